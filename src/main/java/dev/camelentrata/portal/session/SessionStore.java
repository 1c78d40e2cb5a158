package dev.camelentrata.portal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps portal sessions, shared by all threads and all replicas. Safe for use by many threads.
 *
 * <p>An <em>account key</em> is company and username joined by {@code |}.
 */
public interface SessionStore {

  Optional<StoredSession> find(String sessionId);

  /** The open sessions of an account, latest login first. */
  List<StoredSession> findByAccount(String company, String username);

  /** All open sessions, for keep-alive. */
  List<StoredSession> open();

  /** Inserts the session, or replaces it if the stored version is not newer. */
  void save(StoredSession session);

  /** Notes that a caller used the session; may be batched or skipped when noted recently. */
  void touch(String sessionId, Instant at);

  /** Forgets the session. */
  void remove(String sessionId);

  /** Runs a login while no other thread or replica logs in with the same account. */
  <T> T underLoginLock(String accountKey, Duration atMost, Supplier<T> login);

  /** Claims a TOTP time step for one login; false if it, or a later one, was used already. */
  boolean claimTotpStep(String accountKey, long step);

  /**
   * Remembers that the portal rejected this credential, so that it is not tried again by itself.
   */
  void rememberRejected(String accountKey, String fingerprint, String problemSlug, Instant at);

  /** The problem slug of a rejection of this very credential since {@code notBefore}. */
  Optional<String> rejection(String accountKey, String fingerprint, Instant notBefore);

  /** Forgets rejections after a login that succeeded. */
  void forgetRejections(String accountKey);
}
