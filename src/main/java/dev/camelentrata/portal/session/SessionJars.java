package dev.camelentrata.portal.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/**
 * The jars in use in this program, one per session and login, and what of them has changed since it
 * was stored. Safe for use by many threads.
 */
final class SessionJars {

  /**
   * Cookies that only say when the session ends change with every call and are not worth a write.
   */
  private static final Pattern CLOCK = Pattern.compile("\\d{10,13}");

  private final SessionStore store;
  private final ConcurrentMap<String, Kept> jars = new ConcurrentHashMap<>();

  private record Kept(SessionJar jar, Map<String, String> stored) {}

  SessionJars(SessionStore store) {
    this.store = store;
  }

  /** The jar of this login of the session, the same for all threads. */
  SessionJar of(StoredSession stored) {
    return jars.compute(
            stored.session().id(),
            (id, kept) ->
                kept != null && kept.jar.version() >= stored.version() ? kept : keep(stored))
        .jar;
  }

  private static Kept keep(StoredSession stored) {
    SessionSecrets secrets = stored.secrets();
    SessionJar jar =
        new SessionJar(
            stored.session().id(),
            stored.session().company(),
            stored.version(),
            secrets.userAgent(),
            secrets.csrf(),
            secrets.cookies());
    return new Kept(jar, values(jar));
  }

  /** Stores the session's cookies if the portal has changed one that matters. */
  void writeBack(String sessionId) {
    Kept kept = jars.get(sessionId);
    if (kept == null) {
      return;
    }
    SessionJar jar = kept.jar;
    Map<String, String> now = values(jar);
    if (now.equals(kept.stored)) {
      return;
    }
    Optional<StoredSession> stored = store.find(jar.sessionId());
    if (stored.isPresent() && stored.get().version() == jar.version()) {
      StoredSession old = stored.get();
      store.save(
          new StoredSession(
              old.session(),
              new SessionSecrets(
                  jar.cookies(), jar.csrf(), jar.userAgent(), old.secrets().credential()),
              old.version(),
              old.loggedInAt(),
              old.lastUsedAt()));
    }
    jars.replace(jar.sessionId(), kept, new Kept(jar, now));
  }

  void forget(String sessionId) {
    jars.remove(sessionId);
  }

  /** Stores the cookies of all jars that have changed. */
  void writeBackAll() {
    jars.keySet().forEach(this::writeBack);
  }

  private static Map<String, String> values(SessionJar jar) {
    Map<String, String> values = new HashMap<>();
    values.put("csrf", jar.csrf());
    for (PortalCookie cookie : jar.cookies()) {
      if (!CLOCK.matcher(Objects.toString(cookie.value(), "")).matches()) {
        values.put(cookie.name() + ";" + cookie.path(), cookie.value());
      }
    }
    return values;
  }
}
