package dev.camelentrata.accounting.post;

import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.HeldEntry;
import dev.camelentrata.accounting.system.SendOutcome;
import java.util.List;
import java.util.Map;

/** Calls an accounting system, by whatever way. Safe for many threads. */
interface SystemCalls {

  /** What came of each entry, in their order; if nobody can tell, all are uncertain. */
  List<SendOutcome> send(Connection connection, AccountingSystem system, List<LeasedEntry> entries);

  /**
   * Looks entries up: what the system holds of them, by their references.
   *
   * @throws RuntimeException if the system cannot be asked
   */
  Map<PostingReference, HeldEntry> find(
      Connection connection, AccountingSystem system, List<Posting> postings);
}
