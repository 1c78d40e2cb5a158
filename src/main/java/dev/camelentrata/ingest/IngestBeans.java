package dev.camelentrata.ingest;

import dev.camelentrata.mirror.Mirror;
import dev.camelentrata.resource.ResourceCatalog;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;

/** Wires the ingestion: the step under the name that {@code routes/ingest} calls it by. */
public final class IngestBeans {

  private final IngestRuns runs;
  private final ReportRows rows;
  private final ReportsFile definitions;
  private final IngestSettings settings;

  private IngestBeans(
      IngestRuns runs, ReportRows rows, ReportsFile definitions, IngestSettings settings) {
    this.runs = runs;
    this.rows = rows;
    this.definitions = definitions;
    this.settings = settings;
  }

  /** Binds the step to the registry; to be called before the routes are loaded. */
  public static IngestBeans bind(
      CamelContext camel,
      DataSource dataSource,
      Mirror mirror,
      ResourceCatalog catalog,
      RejectedRows rejected,
      IngestSettings settings,
      Clock clock) {
    IngestRuns runs = new PostgresIngestRuns(dataSource, clock);
    ReportsFile definitions = new ReportsFile(settings.reports(), new ReportsReader(catalog));
    IngestEngine engine =
        new IngestEngine(
            new FileIngest.Parts(dataSource, mirror, catalog, rejected, settings, clock),
            runs,
            definitions);
    camel.getRegistry().bind("ingestReport", new IngestReport(engine, settings.companies()));
    return new IngestBeans(runs, new PostgresReportRows(dataSource), definitions, settings);
  }

  /** For the API, which receives files in this folder. */
  public IngestSource source(Path incoming) {
    return new IngestSource(runs, rows, incoming, settings.fileBytes());
  }

  /** Which definitions of reports hold now. */
  public String revision() {
    return definitions.current().revision();
  }
}
