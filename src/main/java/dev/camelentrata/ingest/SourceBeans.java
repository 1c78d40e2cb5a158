package dev.camelentrata.ingest;

import java.nio.file.Path;
import java.time.Duration;
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
   * @param lease after how long the files of a killed process are free, from 1 second
   * @param work folder for files on their way, of this process only
   */
  public static SourceBeans bind(CamelContext camel, DataSource pool, Duration lease, Path work) {
    ReportClaims claims = new ReportClaims(pool, lease);
    camel.getRegistry().bind("reportsInProgress", new FilesInProgress(claims));
    camel.getRegistry().bind("takenReports", new TakenReports(claims));
    camel.getRegistry().bind("fingerprintReport", new FingerprintReport());
    camel.getRegistry().bind("mailReports", new MailReports(work));
    camel.getRegistry().bind("mailRefusals", new MailRefusals());
    return new SourceBeans(claims);
  }

  @Override
  public void close() {
    claims.close();
  }
}
