package dev.camelentrata.accounting.connect;

import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.SystemKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connections as rows; each method is one step of the caller's transaction. */
final class ConnectionRows {

  private ConnectionRows() {}

  static ConnectionEntry entry(ResultSet row, int number) throws SQLException {
    return new ConnectionEntry(
        new Connection(
            row.getString("id"),
            row.getString("company"),
            SystemKind.ofSlug(row.getString("system")),
            row.getString("tenant"),
            row.getString("name"),
            Connection.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
            row.getString("error"),
            instant(row, "connected_at")),
        row.getLong("sequence"),
        instant(row, "changed_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<ConnectionEntry> find(JdbcClient jdbc, String company, String id) {
    return jdbc.sql("select * from accounting_connection where company = ? and id = ?")
        .params(company, id)
        .query(ConnectionRows::entry)
        .optional();
  }

  /** Connects an organisation, or connects it anew under the id that it has. */
  static ConnectionEntry connect(
      JdbcClient jdbc,
      Authorization by,
      Organisation organisation,
      String grantId,
      OffsetDateTime now) {
    return jdbc.sql(
            """
            insert into accounting_connection (id, company, system, tenant, name, link_id, grant_id,
              state, connected_by, connected_at, changed_at)
            values (:id, :company, :system, :tenant, :name, :link, :grant, 'connected', :by, :now,
              :now)
            on conflict (company, system, tenant) do update set
              name = coalesce(excluded.name, accounting_connection.name),
              link_id = excluded.link_id, grant_id = excluded.grant_id, state = 'connected',
              error = null, connected_by = excluded.connected_by,
              connected_at = excluded.connected_at, changed_at = excluded.changed_at
            returning *
            """)
        .param("id", "acn_" + UUID.randomUUID().toString().replace("-", ""))
        .param("company", by.company())
        .param("system", by.system().slug())
        .param("tenant", organisation.tenant())
        .param("name", organisation.name())
        .param("link", organisation.linkId())
        .param("grant", grantId)
        .param("by", by.begunBy())
        .param("now", now)
        .query(ConnectionRows::entry)
        .single();
  }

  /** Notes that a permission ended, with all connections that had it. */
  static void breakOff(JdbcClient jdbc, String grantId, String error, OffsetDateTime now) {
    jdbc.sql(
            """
            update accounting_connection set state = 'broken', error = ?, changed_at = ?
            where grant_id = ? and state = 'connected'
            """)
        .params(error, now, grantId)
        .update();
  }
}
