package dev.camelentrata.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Access tokens in PostgreSQL, found by hash through an index. Safe for use by many threads. */
public final class PostgresAccessTokens implements AccessTokens {

  private static final Duration PURGE_EVERY = Duration.ofMinutes(10);
  private static final int PURGE_ROWS = 1_000;

  private final JdbcClient jdbc;
  private final Duration lifetime;
  private final Clock clock;
  private final TokenText texts = new TokenText();
  private final AtomicReference<Instant> nextPurge = new AtomicReference<>(Instant.MIN);

  /**
   * Tokens that are good for {@code lifetime}.
   *
   * @param lifetime at least one second
   */
  public PostgresAccessTokens(JdbcClient jdbc, Duration lifetime, Clock clock) {
    if (lifetime.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "an access token's lifetime must be at least one second, not " + lifetime);
    }
    this.jdbc = jdbc;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  @Override
  public Issued issue(String sessionId, String company, Set<String> scopes) {
    Instant now = now();
    purge(now);
    String text = texts.create();
    AccessToken token =
        new AccessToken(texts.createId(), sessionId, company, scopes, now, now.plus(lifetime));
    jdbc.sql(
            """
            insert into access_token (id, hash, session_id, company, scopes, created_at, expires_at)
            values (:id, :hash, :session, :company, :scopes, :created, :expires)
            """)
        .param("id", token.id())
        .param("hash", TokenText.hash(text))
        .param("session", sessionId)
        .param("company", company)
        .param("scopes", token.scopes().stream().sorted().toArray(String[]::new))
        .param("created", utc(token.createdAt()))
        .param("expires", utc(token.expiresAt()))
        .update();
    return new Issued(token, text);
  }

  @Override
  public Optional<AccessToken> find(String text) {
    if (!TokenText.wellFormed(text)) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            select id, session_id, company, scopes, created_at, expires_at
            from access_token where hash = :hash and expires_at > :now
            """)
        .param("hash", TokenText.hash(text))
        .param("now", utc(now()))
        .query(PostgresAccessTokens::token)
        .optional();
  }

  /**
   * Throws {@link AccessTokenEndedException} if the old token was revoked or ran out meanwhile.
   *
   * <p>A second refresh within the overlap gives another token, and does not lengthen the overlap.
   */
  @Override
  public Issued refresh(AccessToken old, Duration overlap) {
    Instant now = now();
    int shortened =
        jdbc.sql(
                """
                update access_token set expires_at = least(expires_at, :until)
                where id = :id and expires_at > :now
                """)
            .param("until", utc(now.plus(overlap)))
            .param("id", old.id())
            .param("now", utc(now))
            .update();
    if (shortened == 0) {
      throw new AccessTokenEndedException(old.id());
    }
    return issue(old.sessionId(), old.company(), old.scopes());
  }

  @Override
  public void revoke(AccessToken token) {
    jdbc.sql("delete from access_token where id = :id").param("id", token.id()).update();
  }

  @Override
  public boolean anyFor(String sessionId) {
    return jdbc.sql(
            """
            select exists (
              select 1 from access_token where session_id = :session and expires_at > :now)
            """)
        .param("session", sessionId)
        .param("now", utc(now()))
        .query(Boolean.class)
        .single();
  }

  /** Now and then deletes some tokens that have run out. */
  private void purge(Instant now) {
    Instant due = nextPurge.get();
    if (now.isBefore(due) || !nextPurge.compareAndSet(due, now.plus(PURGE_EVERY))) {
      return;
    }
    jdbc.sql(
            """
            delete from access_token where id in (
              select id from access_token where expires_at <= :now
              order by expires_at limit :rows for update skip locked)
            """)
        .param("now", utc(now))
        .param("rows", PURGE_ROWS)
        .update();
  }

  private static AccessToken token(ResultSet row, int number) throws SQLException {
    return new AccessToken(
        row.getString("id"),
        row.getString("session_id"),
        row.getString("company"),
        Set.copyOf(List.of((String[]) row.getArray("scopes").getArray())),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }

  /** Whole microseconds, so that a token reads back as it was issued. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
