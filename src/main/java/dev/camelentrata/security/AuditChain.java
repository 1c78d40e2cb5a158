package dev.camelentrata.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Follows the audit log's chain from its first entry, a block of rows at a time. */
final class AuditChain {

  private static final int BLOCK = 5_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

  private record Link(AuditEntry entry, byte[] previous, byte[] hash) {}

  private AuditChain() {}

  static AuditCheck check(JdbcClient jdbc, byte[] beforeTheFirst) {
    byte[] head = beforeTheFirst;
    long id = 0;
    while (true) {
      List<Link> block = block(jdbc, id);
      for (Link link : block) {
        id++;
        if (link.entry().id() != id) {
          return new AuditCheck.Broken(id, "the entry is missing or was numbered anew");
        }
        if (!Arrays.equals(link.previous(), head)) {
          return new AuditCheck.Broken(id, "the entry does not follow the one before it");
        }
        head = link.entry().hash(head);
        if (!Arrays.equals(link.hash(), head)) {
          return new AuditCheck.Broken(id, "the entry was changed after it was written");
        }
      }
      if (block.size() < BLOCK) {
        return new AuditCheck.Intact(id, HexFormat.of().formatHex(head));
      }
    }
  }

  private static List<Link> block(JdbcClient jdbc, long after) {
    return jdbc.sql(
            """
            select id, at, actor, action, subject, remote, outcome, details, previous_hash, hash
            from audit_entry where id > :after order by id limit :rows
            """)
        .param("after", after)
        .param("rows", BLOCK)
        .query(AuditChain::link)
        .list();
  }

  private static Link link(ResultSet row, int number) throws SQLException {
    AuditEntry entry =
        new AuditEntry(
            row.getLong("id"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("actor"),
            row.getString("action"),
            row.getString("subject"),
            row.getString("remote"),
            row.getString("outcome"),
            details(row.getString("details")));
    return new Link(entry, row.getBytes("previous_hash"), row.getBytes("hash"));
  }

  private static SortedMap<String, String> details(String json) throws SQLException {
    try {
      return JSON.readValue(json, DETAILS);
    } catch (JsonProcessingException e) {
      throw new SQLException("the details of an audit entry are not an object of texts", e);
    }
  }
}
