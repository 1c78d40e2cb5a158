package dev.camelentrata.mirror;

import dev.camelentrata.resource.Resource;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Many rows of one resource on their way into the mirror, inside a transaction of the caller: they
 * are copied into a table of their own first and merged together at the end. Each row tells some
 * fields of a thing; the others stay as they are. Of one thread.
 */
public final class MirrorImport {

  /** Changes are fetched piece by piece, since there may be many. */
  private static final int FETCHED_TOGETHER = 1_000;

  private final JdbcClient jdbc;
  private final ImportOrder order;
  private final FirstRows first;
  private final ImportMerge merge;
  private final TableCopy rows;
  private final TextHashes ids = new TextHashes();
  private final ImportMemory memory;
  private final Set<String> properties = new TreeSet<>();
  private String lastProperty;
  private boolean repeated;
  private long passed;

  MirrorImport(DataSource dataSource, ImportOrder order, Clock clock, String table) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("an import is part of a transaction");
    }
    JdbcTemplate template = new JdbcTemplate(dataSource);
    template.setFetchSize(FETCHED_TOGETHER);
    this.jdbc = JdbcClient.create(template);
    this.order = order;
    this.merge = new ImportMerge(jdbc, order, clock, table);
    RowSecurity.write(jdbc, order.company());
    jdbc.sql(
            """
            create temporary table %s (line bigint not null, id text collate "C" not null,
              property_id text not null, sort_key text collate "C", data json not null)
            on commit drop
            """
                .formatted(table))
        .update();
    this.memory = ImportMemory.recall(jdbc, order, merge.now());
    Connection connection = DataSourceUtils.getConnection(dataSource);
    DataSourceUtils.releaseConnection(connection, dataSource);
    this.first = new FirstRows(connection, order, merge.asOf(), merge.now(), table);
    this.rows = new TableCopy(dataSource, table, first::take);
  }

  /**
   * Takes in what a row tells of a thing; of several rows of one thing the last one counts.
   *
   * @param line larger for later rows
   * @param sortKey of a thing that may be new; null if it may not
   * @param data a JSON object with every told field; for a thing that may be new with all fields of
   *     the catalogue, in its order
   */
  public void add(
      long line, String id, String propertyId, CharSequence sortKey, CharSequence data) {
    repeated |= !ids.add(TextHashes.of(id));
    // Of a thing that comes twice the last row counts, whatever the others say.
    if (memory.same(id, propertyId, data) && !repeated) {
      passed++;
      return;
    }
    if (!propertyId.equals(lastProperty)) {
      properties.add(propertyId);
      lastProperty = propertyId;
    }
    rows.column(line).column(id).column(propertyId).column(sortKey).column(data).endRow();
  }

  /** Sends what there is, and needs little memory until the next row. */
  public void rest() {
    rows.rest();
  }

  /** Merges what was taken in, while no other writer of the company changes anything. */
  public ImportResult finish() {
    rows.rest();
    if (properties.isEmpty()) {
      return new ImportResult(0, 0, passed, 0, 0);
    }
    ImportResult merged = merge.merge(properties, repeated, first);
    if (repeated || merged.older() + merged.unmatched() > 0) {
      memory.forget();
    } else {
      memory.keep(merge.now(), merge.asOf());
    }
    return merged.plus(new ImportResult(0, 0, passed, 0, 0));
  }

  /**
   * What is imported, and how.
   *
   * @param source whose rows they are: what it told last is remembered
   * @param told the fields that each row tells
   * @param asOf when the portal was as the rows say
   * @param finish works out what follows from other fields, after a merge
   */
  public record ImportOrder(
      String company,
      Resource resource,
      String source,
      Set<String> told,
      Instant asOf,
      String runId,
      ItemFinish finish) {

    public ImportOrder {
      told = Set.copyOf(told);
    }
  }
}
