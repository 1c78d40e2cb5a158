package dev.camelentrata.ingest;

import dev.camelentrata.mirror.RowSecurity;
import dev.camelentrata.mirror.Viewer;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows of reports in PostgreSQL. Safe for use by many threads. */
final class PostgresReportRows implements ReportRows {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  PostgresReportRows(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  @Override
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
