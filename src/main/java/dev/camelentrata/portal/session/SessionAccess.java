package dev.camelentrata.portal.session;

/**
 * Gives a read the cookies of its portal session and heals the session when the portal ended it.
 */
public interface SessionAccess {

  SessionJar current();

  /**
   * Logs in again unless that has happened since {@code stale} was handed out; once for all threads
   * and replicas. Throws {@code session-expired} if the credential cannot be used again.
   */
  SessionJar renew(SessionJar stale);
}
