package dev.camelentrata.ingest;

import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The idempotent repository of report files, by company and content. Content that was taken before
 * is a duplicate; content that another replica, or another source, is busy with is none yet and
 * {@link ReportInUseException} leaves it where it is.
 */
final class TakenReports extends ServiceSupport implements IdempotentRepository {

  private static final ReportClaims.Kind KIND = ReportClaims.Kind.CONTENT;

  private final ReportClaims claims;

  TakenReports(ReportClaims claims) {
    this.claims = claims;
  }

  @Override
  public boolean add(String content) {
    if (claims.claim(KIND, content)) {
      return true;
    }
    if (claims.settled(KIND, content)) {
      return false;
    }
    throw new ReportInUseException();
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

  /**
   * Settles what landed as a whole. A file some of whose rows were rejected may be sent again after
   * the cause was mended, and so does not become a duplicate.
   */
  @Override
  public boolean confirm(Exchange exchange, String content) {
    if (exchange.getProperty(FingerprintReport.AGAIN, false, Boolean.class)) {
      return remove(content);
    }
    return confirm(content);
  }

  @Override
  public boolean confirm(String content) {
    claims.settle(KIND, content);
    return true;
  }

  /** Does nothing: what was taken stays taken. */
  @Override
  public void clear() {}
}
