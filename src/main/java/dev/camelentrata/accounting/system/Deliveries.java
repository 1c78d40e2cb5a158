package dev.camelentrata.accounting.system;

import dev.camelentrata.accounting.PostingReference;

/** The entries of the journal on their way into the accounting systems. */
public interface Deliveries {

  /**
   * Has an entry sent once more, through this connection, though the system was thought to hold it.
   *
   * @return whether there is such an entry
   */
  boolean resend(String company, String connectionId, PostingReference reference);
}
