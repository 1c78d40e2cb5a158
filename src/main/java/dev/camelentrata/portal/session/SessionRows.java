package dev.camelentrata.portal.session;

import dev.camelentrata.portal.PortalSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of table {@code portal_session}. */
final class SessionRows {

  private static final Logger LOG = LoggerFactory.getLogger(SessionRows.class);

  private static final String SELECT =
      """
      select id, company, username, user_name, role, property_ids, modules, opened_at, secrets,
             version, logged_in_at, last_used_at
      from portal_session
      """;

  private final JdbcClient jdbc;
  private final SecretsSeal seal;

  SessionRows(JdbcClient jdbc, SecretsSeal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  Optional<StoredSession> find(String sessionId) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", sessionId)
        .query(this::session)
        .optional();
  }

  List<StoredSession> findByAccount(String company, String username) {
    return jdbc.sql(
            SELECT
                + "where company = :company and username = :username order by logged_in_at desc, id")
        .param("company", company)
        .param("username", username)
        .query(this::session)
        .list();
  }

  List<StoredSession> readable() {
    return jdbc
        .sql(SELECT + "order by logged_in_at desc, id")
        .query(this::sessionOrNull)
        .list()
        .stream()
        .filter(Objects::nonNull)
        .toList();
  }

  void save(StoredSession stored) {
    PortalSession session = stored.session();
    jdbc.sql(
            """
            insert into portal_session
              (id, company, username, user_name, role, property_ids, modules, opened_at, secrets,
               version, logged_in_at, last_used_at)
            values
              (:id, :company, :username, :user, :role, :properties, :modules, :opened, :secrets,
               :version, :loggedIn, :lastUsed)
            on conflict (id) do update set
              company = excluded.company, username = excluded.username,
              user_name = excluded.user_name, role = excluded.role,
              property_ids = excluded.property_ids, modules = excluded.modules,
              opened_at = excluded.opened_at, secrets = excluded.secrets,
              version = excluded.version, logged_in_at = excluded.logged_in_at,
              last_used_at = greatest(portal_session.last_used_at, excluded.last_used_at)
            where portal_session.version <= excluded.version
            """)
        .param("id", session.id())
        .param("company", session.company())
        .param("username", session.username())
        .param("user", session.user())
        .param("role", session.role())
        .param("properties", session.propertyIds().toArray(String[]::new))
        .param("modules", session.modules().toArray(String[]::new))
        .param("opened", utc(session.openedAt()))
        .param("secrets", seal.seal(session, stored.secrets()))
        .param("version", stored.version())
        .param("loggedIn", utc(stored.loggedInAt()))
        .param("lastUsed", utc(stored.lastUsedAt()))
        .update();
  }

  private StoredSession sessionOrNull(ResultSet row, int number) throws SQLException {
    try {
      return session(row, number);
    } catch (IllegalStateException e) {
      LOG.warn("Portal session {} is left out: {}", row.getString("id"), e.getMessage());
      return null;
    }
  }

  private StoredSession session(ResultSet row, int number) throws SQLException {
    PortalSession session =
        new PortalSession(
            row.getString("id"),
            row.getString("company"),
            row.getString("username"),
            row.getString("user_name"),
            row.getString("role"),
            texts(row, "property_ids"),
            texts(row, "modules"),
            instant(row, "opened_at"));
    SessionSecrets secrets =
        seal.open(row.getBytes("secrets"), session.company(), session.username(), session.id());
    return new StoredSession(
        session,
        secrets,
        row.getInt("version"),
        instant(row, "logged_in_at"),
        instant(row, "last_used_at"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
