package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.session.SessionAccess;
import dev.camelentrata.portal.session.SessionJar;
import dev.camelentrata.portal.session.SessionLostException;
import java.util.function.Function;

/**
 * Gives the calls of one read or write their cookies and renews the session at most once, however
 * many of them find it lost. Safe for use by many threads.
 */
public final class SessionHealing {

  private final SessionAccess access;
  private SessionJar jar;
  private boolean renewed;

  public SessionHealing(SessionAccess access) {
    this.access = access;
    this.jar = access.current();
  }

  /** Calls with the session's cookies, and once more with new ones if the session was lost. */
  public <T> T call(Function<SessionJar, T> call) {
    SessionJar first = jar();
    try {
      return call.apply(first);
    } catch (SessionLostException lost) {
      SessionJar second = renew(first);
      try {
        return call.apply(second);
      } catch (SessionLostException again) {
        throw expired(again);
      }
    }
  }

  private synchronized SessionJar jar() {
    return jar;
  }

  private synchronized SessionJar renew(SessionJar lost) {
    if (jar != lost) {
      return jar;
    }
    if (renewed) {
      throw expired(null);
    }
    renewed = true;
    jar = access.renew(lost);
    return jar;
  }

  private PortalException expired(Throwable cause) {
    return PortalException.of(
        PortalProblem.SESSION_EXPIRED,
        "The portal ended the session again right after a new login. Somebody else may be using the"
            + " same portal user; log in again.",
        cause);
  }
}
