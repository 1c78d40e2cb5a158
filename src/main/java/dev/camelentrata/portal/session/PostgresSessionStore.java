package dev.camelentrata.portal.session;

import dev.camelentrata.security.SecretBox;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Portal sessions in PostgreSQL, their secrets sealed so that they fit their own row only. Safe for
 * use by many threads and replicas.
 */
public final class PostgresSessionStore implements SessionStore {

  private static final Duration TOUCH_EVERY = Duration.ofSeconds(5);

  private final JdbcClient jdbc;
  private final SessionRows rows;
  private final LoginMemory memory;
  private final LoginTurns turns = new LoginTurns();
  private final LoginAdvisoryLock lock;

  /**
   * Sessions of a migrated database.
   *
   * @param unpooled opens a connection at each call, for locks that are held during a login
   */
  public PostgresSessionStore(JdbcClient jdbc, DataSource unpooled, SecretBox box) {
    this.jdbc = jdbc;
    this.rows = new SessionRows(jdbc, new SecretsSeal(box));
    this.memory = new LoginMemory(jdbc);
    this.lock = new LoginAdvisoryLock(unpooled);
  }

  @Override
  public Optional<StoredSession> find(String sessionId) {
    return rows.find(sessionId);
  }

  @Override
  public List<StoredSession> findByAccount(String company, String username) {
    return rows.findByAccount(company, username);
  }

  /** Leaves out sessions whose secrets cannot be opened: one bad row must not stop keep-alive. */
  @Override
  public List<StoredSession> open() {
    return rows.readable();
  }

  @Override
  public void save(StoredSession session) {
    rows.save(session);
  }

  /** Skipped when the session was touched less than five seconds earlier. */
  @Override
  public void touch(String sessionId, Instant at) {
    jdbc.sql(
            "update portal_session set last_used_at = :at where id = :id and last_used_at < :before")
        .param("at", at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .param("id", sessionId)
        .param("before", at.minus(TOUCH_EVERY).atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public void remove(String sessionId) {
    jdbc.sql("delete from portal_session where id = :id").param("id", sessionId).update();
  }

  /**
   * Throws {@code portal-unavailable} if another login of the account has not ended in time.
   *
   * <p>Threads of this process queue in memory; only the first of them holds a connection.
   */
  @Override
  public <T> T underLoginLock(String accountKey, Duration atMost, Supplier<T> login) {
    return turns.take(accountKey, atMost, () -> lock.hold(accountKey, atMost, login));
  }

  @Override
  public boolean claimTotpStep(String accountKey, long step) {
    return memory.claimTotpStep(accountKey, step);
  }

  @Override
  public void rememberRejected(
      String accountKey, String fingerprint, String problemSlug, Instant at) {
    memory.rememberRejected(accountKey, fingerprint, problemSlug, at);
  }

  @Override
  public Optional<String> rejection(String accountKey, String fingerprint, Instant notBefore) {
    return memory.rejection(accountKey, fingerprint, notBefore);
  }

  @Override
  public void forgetRejections(String accountKey) {
    memory.forgetRejections(accountKey);
  }
}
