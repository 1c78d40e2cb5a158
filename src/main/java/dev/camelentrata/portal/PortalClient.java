package dev.camelentrata.portal;

import java.util.List;
import java.util.Optional;

/**
 * Logs in to portals, reads from them and writes into them. Safe for use by many threads: a login
 * of an account happens once however many ask for it, a session that expired is logged in again
 * once and the read repeated once, unseen by the caller. Every method may throw {@link
 * PortalException}.
 */
public interface PortalClient extends AutoCloseable {

  /** The account's open portal session, or a new one after a login. */
  PortalSession open(PortalAccount account);

  /** The same for an account configured under {@code entrata.account.<name>}. */
  PortalSession open(String accountName);

  /** The open session of this id; {@code session-expired} if there is none. */
  PortalSession session(String sessionId);

  /** Logs the session out of the portal and forgets it; nothing happens if there is none. */
  void close(String sessionId);

  /** Reads one page or all pages of an operation. */
  PortalAnswer read(PortalRead read);

  /**
   * Writes by the portal's own dialog, step by step. Never repeats a step that may have been
   * committed: what became of it is then {@link PortalOutcome.Uncertain}.
   */
  PortalOutcome write(PortalWrite write);

  /** Searches the portal for a write by its reference; empty if the portal does not have it. */
  Optional<PortalOutcome.Completed> find(String sessionId, String operation, String reference);

  /** The ways of reading a list that the company's portal map offers besides page after page. */
  default PortalWays ways(String company, String operation) {
    return PortalWays.NONE;
  }

  /**
   * Reads what all these properties have by one report of the portal.
   *
   * @param operation a list for which {@link #ways} offers a report
   */
  default PortalReport report(String operation, String sessionId, List<String> propertyIds) {
    throw new UnsupportedOperationException("no reports");
  }

  /** Closes browsers and connections; open portal sessions stay open for the next start. */
  @Override
  void close();
}
