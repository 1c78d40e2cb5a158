package dev.camelentrata.ingest;

import dev.camelentrata.mirror.RowSecurity;
import dev.camelentrata.mirror.Viewer;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows of reports that were kept as they are. Safe for use by many threads. */
public final class ReportRows {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  public ReportRows(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /**
   * Rows of a run that the viewer may see, in the file's order.
   *
   * @param afterPart only rows after this place; 0 and 0 for the first ones
   */
  public List<ReportRow> list(
      Viewer viewer, String runId, int afterPart, long afterLine, int limit) {
    return transaction.execute(
        status -> {
          RowSecurity.view(jdbc, viewer);
          return jdbc.sql(
                  """
                  select part, line, report, property_id, data from report_row
                  where company = ? and run_id = ? and (part, line) > (?, ?)
                  order by part, line limit ?
                  """)
              .params(viewer.company(), runId, afterPart, afterLine, limit)
              .query(
                  (row, number) ->
                      new ReportRow(
                          row.getInt(1),
                          row.getLong(2),
                          row.getString(3),
                          row.getString(4),
                          row.getString(5)))
              .list();
        });
  }
}
