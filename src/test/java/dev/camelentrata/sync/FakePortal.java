package dev.camelentrata.sync;

import dev.camelentrata.portal.PortalAccount;
import dev.camelentrata.portal.PortalAnswer;
import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.PortalOutcome;
import dev.camelentrata.portal.PortalRead;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.portal.PortalWays;
import dev.camelentrata.portal.PortalWrite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A portal whose user sees two properties, and whose map offers what a test says. */
final class FakePortal implements PortalClient {

  private final PortalWays ways;

  FakePortal(PortalWays ways) {
    this.ways = ways;
  }

  @Override
  public PortalSession open(String accountName) {
    return new PortalSession(
        "s1", "acme", accountName, null, null, List.of("10", "11"), List.of(), Instant.EPOCH);
  }

  @Override
  public PortalWays ways(String company, String operation) {
    return ways;
  }

  @Override
  public PortalSession open(PortalAccount account) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PortalSession session(String sessionId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close(String sessionId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PortalAnswer read(PortalRead read) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}

  @Override
  public PortalOutcome write(PortalWrite write) {
    throw new UnsupportedOperationException("only reads are tested here");
  }

  @Override
  public Optional<PortalOutcome.Completed> find(
      String sessionId, String operation, String reference) {
    throw new UnsupportedOperationException("only reads are tested here");
  }
}
