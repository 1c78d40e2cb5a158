package dev.camelentrata.accounting.system;

import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.SalesDocument;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * An entry on its way into an accounting system.
 *
 * @param date the day it is dated there: the posting's own, or the first open day if that is closed
 * @param issue 0, and one more each time it is sent as something new: dated anew, or sent once more
 *     though it was confirmed; a system that gives the first answer to a key again must be given
 *     another key then
 * @param invoices of a payment of invoices, what the system calls those that it holds already, by
 *     the id of the charge
 */
public record OutgoingEntry(
    Posting posting, LocalDate date, int issue, Map<String, String> invoices) {

  public OutgoingEntry {
    Objects.requireNonNull(posting, "posting");
    Objects.requireNonNull(date, "date");
    invoices = Map.copyOf(invoices);
  }

  public OutgoingEntry(Posting posting, LocalDate date, int issue) {
    this(posting, date, issue, Map.of());
  }

  public OutgoingEntry(Posting posting, LocalDate date) {
    this(posting, date, 0);
  }

  /**
   * Whether it is a payment of invoices that the system holds, every one. If it is not, it is sent
   * as a journal entry.
   */
  public boolean paysHeldInvoices() {
    SalesDocument document = posting.document();
    return document != null
        && document.kind() == SalesDocument.Kind.PAYMENT
        && document.pays().stream().allMatch(each -> invoices.containsKey(each.transactionId()));
  }

  /** Of what the keys of this try are made; the same as the entry's own reference at first. */
  public PostingReference key() {
    return posting.reference().issue(issue);
  }

  /** What a bookkeeper reads beside it; tells where it belongs if it is dated elsewhere. */
  public String note() {
    return date.equals(posting.date())
        ? posting.note()
        : posting.note() + "; dated " + date + " since " + posting.date() + " is closed";
  }
}
