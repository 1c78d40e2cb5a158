package dev.camelentrata.portal.session;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL remembers of logins: used TOTP steps and rejected credentials. */
final class LoginMemory {

  private static final Duration KEPT = Duration.ofDays(365);

  private final JdbcClient jdbc;

  LoginMemory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean claimTotpStep(String accountKey, long step) {
    return jdbc.sql(
                """
                insert into totp_step (account_key, step) values (:account, :step)
                on conflict (account_key) do update set step = excluded.step
                where totp_step.step < excluded.step
                """)
            .param("account", accountKey)
            .param("step", step)
            .update()
        == 1;
  }

  void rememberRejected(String accountKey, String fingerprint, String problemSlug, Instant at) {
    jdbc.sql("delete from login_rejection where rejected_at < :before")
        .param("before", at.minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            """
            insert into login_rejection (account_key, fingerprint, problem, rejected_at)
            values (:account, :fingerprint, :problem, :at)
            on conflict (account_key, fingerprint)
            do update set problem = excluded.problem, rejected_at = excluded.rejected_at
            where login_rejection.rejected_at <= excluded.rejected_at
            """)
        .param("account", accountKey)
        .param("fingerprint", fingerprint)
        .param("problem", problemSlug)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<String> rejection(String accountKey, String fingerprint, Instant notBefore) {
    return jdbc.sql(
            """
            select problem from login_rejection
            where account_key = :account and fingerprint = :fingerprint
              and rejected_at >= :notBefore
            """)
        .param("account", accountKey)
        .param("fingerprint", fingerprint)
        .param("notBefore", laterOf(notBefore, Instant.EPOCH).atOffset(ZoneOffset.UTC))
        .query(String.class)
        .optional();
  }

  /** PostgreSQL's calendar begins later than that of {@link Instant}. */
  private static Instant laterOf(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  void forgetRejections(String accountKey) {
    jdbc.sql("delete from login_rejection where account_key = :account")
        .param("account", accountKey)
        .update();
  }
}
