package dev.camelentrata.ingest;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;

/** What the routes that fetch report files refer to by name. */
public final class SourceBeans implements AutoCloseable {

  private final ReportClaims claims;

  private SourceBeans(ReportClaims claims) {
    this.claims = claims;
  }

  /**
   * Binds them; close it when the routes have stopped.
   *
   * @param revision which definitions of reports hold now
   */
  public static SourceBeans bind(
      CamelContext camel, DataSource pool, Supplier<String> revision, SourceSettings settings) {
    ReportClaims claims = new ReportClaims(pool, settings.lease(), settings.alone());
    camel.getRegistry().bind("reportsInProgress", new FilesInProgress(claims));
    camel.getRegistry().bind("takenReports", new TakenReports(claims));
    camel.getRegistry().bind("fingerprintReport", new FingerprintReport(revision));
    camel.getRegistry().bind("mailReports", new MailReports(settings.work()));
    camel.getRegistry().bind("mailRefusals", new MailRefusals());
    return new SourceBeans(claims);
  }

  @Override
  public void close() {
    claims.close();
  }
}
