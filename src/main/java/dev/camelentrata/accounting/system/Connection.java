package dev.camelentrata.accounting.system;

import java.time.Instant;

/**
 * A company's permission to work in its books, given by a person.
 *
 * @param tenant whose books: QuickBooks' realm, Xero's tenant
 * @param name what the system calls that organisation; null if it is not known
 * @param error why it no longer holds, what to do; null while it does
 */
public record Connection(
    String id,
    String company,
    SystemKind system,
    String tenant,
    String name,
    State state,
    String error,
    Instant connectedAt) {

  /** Whether entries can be sent through it. */
  public enum State {
    CONNECTED,
    /** The system took the permission back: a person must connect anew. */
    BROKEN,
    /** Given up by us. */
    DISCONNECTED
  }
}
