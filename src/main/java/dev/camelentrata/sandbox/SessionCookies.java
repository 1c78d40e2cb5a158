package dev.camelentrata.sandbox;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The cookies by which the portal knows a session and its pages know when it ends. */
final class SessionCookies {

  static final String SESSION = "PSI_SESSION_ENT";

  private static final String HTTP_ONLY = "; Path=/; HttpOnly; SameSite=Lax";
  private static final String FOR_SCRIPTS = "; Path=/; SameSite=Lax";
  private static final String GONE = "; Max-Age=0";

  private final Clock clock;

  SessionCookies(Clock clock) {
    this.clock = clock;
  }

  static Map<String, String> parse(String header) {
    Map<String, String> cookies = new HashMap<>();
    for (String pair : header.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        cookies.put(pair.substring(0, equals).trim(), pair.substring(equals + 1).trim());
      }
    }
    return cookies;
  }

  /** Adds the cookies that tell the caller's browser about the session as it is after the call. */
  Reply add(Reply reply, String sessionIdBefore, SignIn session) {
    if (session == null) {
      return sessionIdBefore.isEmpty()
          ? reply
          : reply
              .cookie(SESSION + "=" + HTTP_ONLY + GONE)
              .cookie("current_expiration_check=" + FOR_SCRIPTS + GONE)
              .cookie("next_expiration_check=" + FOR_SCRIPTS + GONE);
    }
    Reply known =
        session.id.equals(sessionIdBefore)
            ? reply
            : reply.cookie(SESSION + "=" + session.id + HTTP_ONLY);
    if (!session.signedIn()) {
      return known;
    }
    return known
        .cookie("current_expiration_check=" + clock.instant().getEpochSecond() + FOR_SCRIPTS)
        .cookie("next_expiration_check=" + session.expiresAt().getEpochSecond() + FOR_SCRIPTS);
  }
}
