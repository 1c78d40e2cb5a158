package dev.camelentrata.portal.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A portal map that follows its files: looked at on use, at most every half second. A broken edit
 * is logged once and leaves the map before it in force.
 */
final class WatchedMap {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedMap.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final MapSource source;
  private final PortalMapReader reader;
  private final Clock clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile PortalMap map;
  private volatile Instant nextLook;
  private List<MapPart> lastContent;

  WatchedMap(MapSource source, PortalMapReader reader, Clock clock) {
    this.source = source;
    this.reader = reader;
    this.clock = clock;
    try {
      this.lastContent = source.read();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the portal map " + source.name(), e);
    }
    this.map = reader.read(lastContent);
    this.nextLook = clock.instant().plus(BETWEEN_LOOKS);
  }

  PortalMap current() {
    if (!clock.instant().isBefore(nextLook) && looking.tryLock()) {
      try {
        look();
        nextLook = clock.instant().plus(BETWEEN_LOOKS);
      } finally {
        looking.unlock();
      }
    }
    return map;
  }

  PortalMap latest() {
    looking.lock();
    try {
      look();
    } finally {
      looking.unlock();
    }
    return map;
  }

  private void look() {
    List<MapPart> content = content();
    if (Objects.equals(content, lastContent)) {
      return;
    }
    lastContent = content;
    if (content == null) {
      LOG.error("Portal map {} cannot be read; the one read before stays in force", source.name());
      return;
    }
    try {
      map = reader.read(content);
    } catch (PortalMapException e) {
      LOG.error(
          "Portal map {} has mistakes; the one read before stays in force:\n{}",
          source.name(),
          e.getMessage());
    }
  }

  /** The files' content; null while it cannot be read. */
  private List<MapPart> content() {
    try {
      return source.read();
    } catch (IOException e) {
      return null;
    }
  }
}
