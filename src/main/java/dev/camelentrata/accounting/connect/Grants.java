package dev.camelentrata.accounting.connect;

import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.security.SecretBox;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Permissions as rows, their tokens sealed; each method is one step of the caller's transaction.
 */
final class Grants {

  private final ConnectTransaction transaction;
  private final SecretBox box;

  Grants(ConnectTransaction transaction, SecretBox box) {
    this.transaction = transaction;
    this.box = box;
  }

  /** Keeps new tokens; gives the permission's id. */
  String add(JdbcClient jdbc, String company, SystemKind system, TokenSet tokens) {
    String id = "agr_" + UUID.randomUUID().toString().replace("-", "");
    jdbc.sql(
            """
            insert into accounting_grant (id, company, system, access_token, refresh_token,
              access_expires_at, refresh_expires_at, scopes, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(company)
        .param(system.slug())
        .param(seal(tokens.access(), id))
        .param(seal(tokens.refresh(), id))
        .param(ConnectTransaction.utc(tokens.accessExpiresAt()))
        .param(ConnectTransaction.utc(tokens.refreshExpiresAt()))
        .param(tokens.scopes().toArray(String[]::new))
        .param(transaction.now())
        .update();
    return id;
  }

  /** The permission of a connection, which nobody else can renew until the transaction ends. */
  Grant locked(JdbcClient jdbc, String connectionId) {
    String id = idOf(jdbc, connectionId);
    while (true) {
      Grant grant =
          jdbc.sql("select * from accounting_grant where id = ? for update")
              .param(id)
              .query((row, number) -> grant(row))
              .optional()
              .orElse(null);
      // Whoever connected anew while we waited for the lock has put another one in its place.
      String latest = idOf(jdbc, connectionId);
      if (grant != null && grant.id().equals(latest)) {
        return grant;
      }
      id = latest;
    }
  }

  private static String idOf(JdbcClient jdbc, String connectionId) {
    return jdbc.sql("select grant_id from accounting_connection where id = ?")
        .param(connectionId)
        .query(String.class)
        .single();
  }

  void renew(JdbcClient jdbc, String id, TokenSet tokens) {
    jdbc.sql(
            """
            update accounting_grant set access_token = ?, refresh_token = ?,
              access_expires_at = ?, refresh_expires_at = coalesce(?, refresh_expires_at),
              generation = generation + 1, changed_at = ?
            where id = ?
            """)
        .param(seal(tokens.access(), id))
        .param(seal(tokens.refresh(), id))
        .param(ConnectTransaction.utc(tokens.accessExpiresAt()))
        .param(ConnectTransaction.utc(tokens.refreshExpiresAt()))
        .param(transaction.now())
        .param(id)
        .update();
  }

  /** Forgets the tokens of a permission that nobody has any use for. */
  void end(JdbcClient jdbc, String id) {
    jdbc.sql(
            "update accounting_grant set access_token = null, refresh_token = null, changed_at = ?"
                + " where id = ?")
        .params(transaction.now(), id)
        .update();
  }

  /** Removes those that no connection has any more, since it was connected anew. */
  void sweep(JdbcClient jdbc, String company, SystemKind system) {
    jdbc.sql(
            """
            delete from accounting_grant g where company = ? and system = ?
              and not exists (select 1 from accounting_connection c where c.grant_id = g.id)
            """)
        .params(company, system.slug())
        .update();
  }

  private Grant grant(ResultSet row) throws SQLException {
    String id = row.getString("id");
    return new Grant(
        id,
        SystemKind.ofSlug(row.getString("system")),
        open(row.getBytes("access_token"), id),
        open(row.getBytes("refresh_token"), id),
        row.getObject("access_expires_at", OffsetDateTime.class).toInstant());
  }

  private byte[] seal(String token, String id) {
    return box.seal(token.getBytes(StandardCharsets.UTF_8), context(id));
  }

  private String open(byte[] sealed, String id) {
    return sealed == null
        ? null
        : new String(box.open(sealed, context(id)), StandardCharsets.UTF_8);
  }

  private static String context(String id) {
    return "accounting-grant/" + id;
  }
}
