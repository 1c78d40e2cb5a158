package dev.camelentrata.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** All sessions by the value of their cookie. For one thread only. */
final class SignIns {

  private static final int SWEEP_ABOVE = 1000;

  private final Clock clock;
  private final Duration idleTimeout;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, SignIn> byId = new HashMap<>();

  SignIns(Clock clock, Duration idleTimeout) {
    this.clock = clock;
    this.idleTimeout = idleTimeout;
  }

  SignIn open(SignIn.Stage stage, SandboxUser user) {
    if (byId.size() > SWEEP_ABOVE) {
      byId.values().removeIf(this::over);
    }
    SignIn opened = new SignIn(token(13), token(20), stage, user, nextExpiry());
    byId.put(opened.id, opened);
    return opened;
  }

  /** The session of this cookie, or null if there is none or it has been idle too long. */
  SignIn find(String id) {
    SignIn found = byId.get(id);
    if (found != null && over(found)) {
      byId.remove(id);
      return null;
    }
    return found;
  }

  void extend(SignIn session) {
    session.extendTo(nextExpiry());
  }

  void end(SignIn session) {
    byId.remove(session.id);
  }

  /** Ends all sessions, or those of one user, and gives how many signed-in ones there were. */
  long expire(String usernameOrNull) {
    long before = live();
    byId.values()
        .removeIf(
            s ->
                usernameOrNull == null
                    || (s.user != null && s.user.username().equals(usernameOrNull)));
    return before - live();
  }

  long live() {
    return byId.values().stream().filter(s -> s.signedIn() && !over(s)).count();
  }

  private Instant nextExpiry() {
    return clock.instant().plus(idleTimeout);
  }

  private boolean over(SignIn session) {
    return !clock.instant().isBefore(session.expiresAt());
  }

  private String token(int bytes) {
    byte[] token = new byte[bytes];
    random.nextBytes(token);
    return HexFormat.of().formatHex(token);
  }
}
