package dev.camelentrata.accounting.post;

import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.system.OutgoingEntry;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * An entry that this process sends or looks up.
 *
 * @param fence what tells this lease from those before and after it
 * @param attempts how often it was sent, this time included
 * @param since when it came to be as it is
 * @param invoices of those that it pays, what the system calls them, by the id of the charge
 */
record LeasedEntry(
    Posting posting,
    LocalDate datedOn,
    int issue,
    long fence,
    int attempts,
    OffsetDateTime since,
    Map<String, String> invoices) {

  OutgoingEntry outgoing() {
    return new OutgoingEntry(posting, datedOn, issue, invoices);
  }
}
