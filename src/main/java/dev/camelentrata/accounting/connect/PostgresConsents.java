package dev.camelentrata.accounting.connect;

import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.security.SecretBox;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The questions for consent that are open. Of a state only its hash is kept. */
final class PostgresConsents {

  static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private final ConnectTransaction transaction;
  private final SecretBox box;
  private final SecureRandom random = new SecureRandom();

  PostgresConsents(ConnectTransaction transaction, SecretBox box) {
    this.transaction = transaction;
    this.box = box;
  }

  Consent ask(ConnectRequest request) {
    Consent consent = Consent.make(request.company(), random);
    String hash = Consent.hash(consent.state());
    transaction.of(
        request.company(),
        jdbc -> {
          forgetOld(jdbc, request.company());
          return jdbc.sql(
                  """
                  insert into accounting_authorization (state_hash, company, system, session_id,
                    begun_by, verifier, redirect_uri, return_to, expires_at)
                  values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                  """)
              .param(hash)
              .param(request.company())
              .param(request.system().slug())
              .param(request.sessionId())
              .param(request.tokenId())
              .param(
                  box.seal(consent.verifier().getBytes(StandardCharsets.US_ASCII), context(hash)))
              .param(request.redirectUri())
              .param(request.returnTo())
              .param(ConnectTransaction.utc(expiresAt()))
              .update();
        });
    return consent;
  }

  Instant expiresAt() {
    return transaction.instant().plus(GOOD_FOR);
  }

  private void forgetOld(JdbcClient jdbc, String company) {
    jdbc.sql("delete from accounting_authorization where company = ? and expires_at < ?")
        .params(company, ConnectTransaction.utc(transaction.instant().minus(Duration.ofDays(1))))
        .update();
  }

  /** Takes the answer to a question; of two at once only one gets it. */
  Authorization redeem(String state) {
    String company = Consent.companyOf(state);
    if (company.isBlank()) {
      throw ConnectFailedException.unknownState();
    }
    String hash = Consent.hash(state);
    return transaction
        .of(company, jdbc -> taken(jdbc, company, hash))
        .orElseThrow(
            () ->
                transaction.of(company, jdbc -> expired(jdbc, hash))
                    ? ConnectFailedException.stateExpired()
                    : ConnectFailedException.unknownState());
  }

  private Optional<Authorization> taken(JdbcClient jdbc, String company, String hash) {
    return jdbc.sql(
            """
            update accounting_authorization set used_at = ?
            where company = ? and state_hash = ? and used_at is null and expires_at > ?
            returning *
            """)
        .params(transaction.now(), company, hash, transaction.now())
        .query((row, number) -> authorization(row, hash))
        .optional();
  }

  private boolean expired(JdbcClient jdbc, String hash) {
    return jdbc.sql(
            "select expires_at from accounting_authorization"
                + " where state_hash = ? and used_at is null")
        .param(hash)
        .query(OffsetDateTime.class)
        .optional()
        .isPresent();
  }

  private Authorization authorization(ResultSet row, String hash) throws SQLException {
    return new Authorization(
        row.getString("company"),
        SystemKind.ofSlug(row.getString("system")),
        row.getString("session_id"),
        row.getString("begun_by"),
        new String(box.open(row.getBytes("verifier"), context(hash)), StandardCharsets.US_ASCII),
        row.getString("redirect_uri"),
        row.getString("return_to"));
  }

  private static String context(String hash) {
    return "accounting-authorization/" + hash;
  }
}
