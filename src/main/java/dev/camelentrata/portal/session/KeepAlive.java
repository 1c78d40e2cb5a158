package dev.camelentrata.portal.session;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.PortalMaps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps used sessions alive in the portal and closes those that nobody needs any more. A session is
 * kept alive when it was quiet for a third to a half of the portal's idle limit.
 */
public final class KeepAlive implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KeepAlive.class);
  private static final Duration DEFAULT_IDLE = Duration.ofMinutes(15);

  private final SessionStore store;
  private final SessionManager sessions;
  private final PortalMaps maps;
  private final SessionCalls calls;
  private final SessionUse use;
  private final Clock clock;
  private final SessionSettings settings;
  private final Map<String, Instant> called = new ConcurrentHashMap<>();
  private final ScheduledExecutorService schedule =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "entrata-keep-alive");
            thread.setDaemon(true);
            return thread;
          });

  public KeepAlive(
      SessionStore store,
      SessionManager sessions,
      PortalMaps maps,
      SessionCalls calls,
      SessionUse use,
      Clock clock,
      SessionSettings settings) {
    this.store = store;
    this.sessions = sessions;
    this.maps = maps;
    this.calls = calls;
    this.use = use;
    this.clock = clock;
    this.settings = settings;
  }

  /** Begins to look after the sessions. */
  public void start() {
    long watch = settings.watch().toMillis();
    schedule.scheduleWithFixedDelay(this::lookAfterAll, watch, watch, TimeUnit.MILLISECONDS);
  }

  /** Looks after every open session once; no failure gets out. */
  void lookAfterAll() {
    try {
      var open = store.open();
      called.keySet().retainAll(open.stream().map(s -> s.session().id()).toList());
      open.forEach(this::lookAfter);
    } catch (RuntimeException e) {
      LOG.warn("Portal sessions could not be looked after: {}", SessionManager.describe(e));
    }
  }

  private void lookAfter(StoredSession stored) {
    String id = stored.session().id();
    try {
      Instant now = clock.instant();
      if (stored.lastUsedAt().plus(settings.keepOpen()).isBefore(now)) {
        if (!use.stillNeeded(id)) {
          LOG.info("Closing {}, which nobody uses", id);
          sessions.close(id);
        }
        return;
      }
      PortalCompany company = sessions.company(stored.session().company());
      PortalMap map = maps.forCompany(company.name());
      if (map.session().keepAlive() != null
          && quietSince(stored).plus(quiet(map, id)).isBefore(now)) {
        called.put(id, now);
        calls.keepAlive(company, map, sessions.access(stored).current());
        sessions.writeBack(id);
        LOG.debug("Kept {} alive", id);
      }
    } catch (SessionLostException e) {
      LOG.info("The portal has ended {}; the next read logs in again", id);
    } catch (RuntimeException e) {
      LOG.info("{} was not kept alive: {}", id, SessionManager.describe(e));
    }
  }

  private Instant quietSince(StoredSession stored) {
    Instant latest = called.getOrDefault(stored.session().id(), Instant.MIN);
    for (Instant at : new Instant[] {stored.lastUsedAt(), stored.loggedInAt()}) {
      latest = at.isAfter(latest) ? at : latest;
    }
    return latest;
  }

  /** A third to a half of the idle limit, different for each session and time. */
  private Duration quiet(PortalMap map, String id) {
    long idle = idle(map).toMillis();
    int spread = (id + called.get(id)).hashCode() & 0xffff;
    return Duration.ofMillis(idle / 3 + idle / 6 * spread / 0x10000);
  }

  /** How long the portal keeps a quiet session. */
  static Duration idle(PortalMap map) {
    return map.session().idle() == null ? DEFAULT_IDLE : map.session().idle();
  }

  @Override
  public void close() {
    schedule.shutdownNow();
  }
}
