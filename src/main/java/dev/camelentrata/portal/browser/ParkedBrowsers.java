package dev.camelentrata.portal.browser;

import dev.camelentrata.portal.session.SessionJar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Browsers that wait, logged in, for the next read of their portal session. Safe for use by many
 * threads.
 */
final class ParkedBrowsers {

  static final int MOST = 8;
  static final Duration IDLE = Duration.ofMinutes(5);
  static final Duration AGE = Duration.ofHours(1);

  private final Browsers browsers;
  private final Clock clock;
  private final Deque<Parked> parked = new ArrayDeque<>();

  private record Parked(Browser browser, String sessionId, int version, Instant since) {}

  ParkedBrowsers(Browsers browsers, Clock clock) {
    this.browsers = browsers;
    this.clock = clock;
  }

  /** A browser that waits with this very login, if there is one; it is the caller's from now on. */
  Optional<Browser> take(SessionJar jar) {
    endUnfit();
    synchronized (parked) {
      Optional<Parked> found =
          parked.stream()
              .filter(p -> p.sessionId.equals(jar.sessionId()) && p.version == jar.version())
              .findFirst();
      found.ifPresent(parked::remove);
      return found.map(Parked::browser);
    }
  }

  /** The browser that this session used last, if it still waits; it is the caller's from now on. */
  Optional<Browser> takeLast(String sessionId) {
    synchronized (parked) {
      Optional<Parked> found =
          parked.stream().filter(p -> p.sessionId.equals(sessionId)).findFirst();
      found.ifPresent(parked::remove);
      return found.map(Parked::browser);
    }
  }

  void park(Browser browser, SessionJar jar) {
    synchronized (parked) {
      parked.addFirst(new Parked(browser, jar.sessionId(), jar.version(), clock.instant()));
    }
    endUnfit();
  }

  /** Ends those that waited too long, are too old, too many, or dead. */
  void endUnfit() {
    Instant now = clock.instant();
    List<Parked> unfit = new ArrayList<>();
    synchronized (parked) {
      parked.stream()
          .filter(
              p ->
                  !p.browser.alive()
                      || p.since.plus(IDLE).isBefore(now)
                      || p.browser.startedAt().plus(AGE).isBefore(now))
          .forEach(unfit::add);
      parked.removeAll(unfit);
      while (parked.size() > MOST) {
        unfit.add(parked.removeLast());
      }
    }
    unfit.forEach(p -> browsers.end(p.browser));
  }

  /** Ends the browsers of this session. */
  void endOf(String sessionId) {
    List<Parked> ended;
    synchronized (parked) {
      ended = parked.stream().filter(p -> p.sessionId.equals(sessionId)).toList();
      parked.removeAll(ended);
    }
    ended.forEach(p -> browsers.end(p.browser));
  }

  int size() {
    synchronized (parked) {
      return parked.size();
    }
  }
}
