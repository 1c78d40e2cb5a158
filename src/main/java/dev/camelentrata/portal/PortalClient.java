package dev.camelentrata.portal;

import java.util.Map;
import java.util.Optional;

/**
 * Logs in to portals and reads from them. Safe for use by many threads: a login of an account
 * happens once however many ask for it, a session that expired is logged in again once and the read
 * repeated once, unseen by the caller. Every method may throw {@link PortalException}.
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
  default PortalOutcome write(PortalWrite write) {
    throw new UnsupportedOperationException("this client reads only");
  }

  /** Searches the portal for a write by its reference; empty if the portal does not have it. */
  default Optional<PortalOutcome.Completed> find(
      String sessionId, String operation, String reference) {
    throw new UnsupportedOperationException("this client reads only");
  }

  /**
   * Fetches a file as an entry of the portal map's {@code downloads} says.
   *
   * @param name for example {@code documentContent}
   * @param parameters values for the map's placeholders, for example {@code documentId}
   */
  default PortalDownload download(String sessionId, String name, Map<String, String> parameters) {
    throw new UnsupportedOperationException("this client reads lists only");
  }

  /** Closes browsers and connections; open portal sessions stay open for the next start. */
  @Override
  void close();
}
