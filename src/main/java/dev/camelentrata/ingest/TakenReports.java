package dev.camelentrata.ingest;

import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The idempotent repository of report files, by company, content, definitions and the day that the
 * name tells. Content that was taken before is a duplicate, unless its name tells of another day;
 * content that another replica, or another source, is busy with is none yet and {@link
 * IngestRunningException} leaves it where it is.
 */
final class TakenReports extends ServiceSupport implements IdempotentRepository {

  private static final ReportClaims.Kind KIND = ReportClaims.Kind.CONTENT;

  private final ReportClaims claims;

  TakenReports(ReportClaims claims) {
    this.claims = claims;
  }

  @Override
  public boolean add(String content) {
    return add(content, "The file");
  }

  @Override
  public boolean add(Exchange exchange, String content) {
    return add(
        content, exchange.getMessage().getHeader("EntrataReportName", "The file", String.class));
  }

  private boolean add(String content, String file) {
    if (claims.claim(KIND, content)) {
      return true;
    }
    if (claims.settled(KIND, content)) {
      return false;
    }
    throw new IngestRunningException(file);
  }

  @Override
  public boolean contains(String content) {
    return claims.settled(KIND, content);
  }

  @Override
  public boolean remove(String content) {
    claims.release(KIND, content);
    return true;
  }

  @Override
  public boolean confirm(String content) {
    claims.settle(KIND, content);
    String ofNoDay = FingerprintReport.withoutDay(content);
    if (!ofNoDay.equals(content) && claims.claim(KIND, ofNoDay)) {
      claims.settle(KIND, ofNoDay);
    }
    return true;
  }

  /** Does nothing: what was taken stays taken. */
  @Override
  public void clear() {}
}
