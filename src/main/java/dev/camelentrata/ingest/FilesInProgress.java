package dev.camelentrata.ingest;

import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Lets one replica at a time work on a file or mail, by its place. Camel's consumers call it as
 * their {@code inProgressRepository} or, for mail, {@code idempotentRepository}; nothing stays in
 * it.
 */
final class FilesInProgress extends ServiceSupport implements IdempotentRepository {

  private final ReportClaims claims;

  FilesInProgress(ReportClaims claims) {
    this.claims = claims;
  }

  @Override
  public boolean add(String place) {
    return claims.claim(ReportClaims.Kind.PLACE, place);
  }

  @Override
  public boolean contains(String place) {
    return claims.taken(ReportClaims.Kind.PLACE, place);
  }

  @Override
  public boolean remove(String place) {
    claims.release(ReportClaims.Kind.PLACE, place);
    return true;
  }

  @Override
  public boolean confirm(String place) {
    return remove(place);
  }

  /** Does nothing: other replicas' claims are not ours to drop. */
  @Override
  public void clear() {}
}
