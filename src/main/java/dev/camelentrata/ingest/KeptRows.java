package dev.camelentrata.ingest;

import dev.camelentrata.mirror.RowSecurity;
import dev.camelentrata.mirror.TableCopy;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps rows of reports as they are, for want of a resource. Of one file, in its transaction. */
final class KeptRows {

  private static final String TABLE = "import_rows";

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final IngestRun run;
  private final StringBuilder json = new StringBuilder(512);
  private TableCopy rows;

  KeptRows(DataSource dataSource, IngestRun run) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.run = run;
  }

  /**
   * Takes a row in.
   *
   * @param values by column, as {@link CellValues} gives them
   */
  void add(HeaderRow header, int part, long line, String propertyId, String[] values) {
    if (rows == null) {
      RowSecurity.write(jdbc, run.company());
      jdbc.sql(
              """
              create temporary table import_rows (part integer, line bigint, report text,
                property_id text, module text, data text) on commit drop
              """)
          .update();
      rows = new TableCopy(dataSource, TABLE);
    }
    json.setLength(0);
    json.append('{');
    int index = 0;
    for (ReportColumn column : header.report().columns().values()) {
      if (header.has(index)) {
        json.append(json.length() > 1 ? ",\"" : "\"").append(column.key()).append("\":");
        value(column, values[index]);
      }
      index++;
    }
    json.append('}');
    rows.column(part)
        .column(line)
        .column(header.report().name())
        .column(propertyId)
        .column(header.report().module())
        .column(json)
        .endRow();
  }

  private void value(ReportColumn column, String word) {
    if (word == null) {
      json.append("null");
    } else if (column.type() == ColumnType.INTEGER
        || column.type() == ColumnType.DECIMAL
        || column.type() == ColumnType.BOOLEAN) {
      json.append(word);
    } else {
      JsonText.quoted(json, word);
    }
  }

  /** Writes them; those of the reports' runs before the last ones are dropped. */
  void finish(List<String> reports, int runsKept) {
    if (rows == null) {
      return;
    }
    rows.rest();
    jdbc.sql(
            """
            insert into report_row (company, run_id, part, line, report, property_id, module, data)
            select ?, ?, part, line, report, property_id, module, data::json from import_rows
            """)
        .params(run.company(), run.id())
        .update();
    for (String report : reports) {
      jdbc.sql(
              """
              delete from report_row where company = :company and report = :report
                and run_id in (
                  select id from ingest_run
                  where company = :company and :report = any (reports) and id <> :run
                    and state in ('succeeded', 'partial')
                  order by started_at desc offset :kept)
              """)
          .param("company", run.company())
          .param("report", report)
          .param("run", run.id())
          .param("kept", runsKept)
          .update();
    }
  }
}
