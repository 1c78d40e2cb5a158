package dev.camelentrata.accounting.post;

import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.system.OutgoingEntry;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * An entry that this process sends or looks up.
 *
 * @param fence what tells this lease from those before and after it
 * @param attempts how often it was sent, this time included
 * @param since when it came to be as it is
 */
record LeasedEntry(
    Posting posting, LocalDate datedOn, int issue, long fence, int attempts, OffsetDateTime since) {

  OutgoingEntry outgoing() {
    return new OutgoingEntry(posting, datedOn, issue);
  }
}
