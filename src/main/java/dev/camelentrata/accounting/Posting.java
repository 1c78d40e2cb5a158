package dev.camelentrata.accounting;

import dev.camelentrata.model.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A balanced entry; one that is not balanced cannot be made.
 *
 * @param number counts the entries of one journal from 1
 * @param date the day it is dated, in an open period
 * @param adjusts the reference of the entry before it in the same journal; null for the first
 * @param transactionIds all of the portal's transactions that the journal tells of, sorted
 * @param document what it is sent as where a company wants documents; null for a journal entry
 */
public record Posting(
    String company,
    JournalKey journal,
    int number,
    LocalDate date,
    PostingReference adjusts,
    List<PostingLine> lines,
    List<String> transactionIds,
    SalesDocument document) {

  /**
   * Checks the balance.
   *
   * @throws UnbalancedPostingException if debits and credits differ
   */
  public Posting {
    Objects.requireNonNull(company, "company");
    Objects.requireNonNull(journal, "journal");
    Objects.requireNonNull(date, "date");
    lines = List.copyOf(lines);
    transactionIds = List.copyOf(new TreeSet<>(transactionIds));
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("the entry for " + journal.text() + " has no lines");
    }
    if (number < 1 || (number == 1) != (adjusts == null)) {
      throw new IllegalArgumentException(
          "entry " + number + " of " + journal.text() + " must say what it adjusts, the first not");
    }
    Money sum = Money.zero(lines.get(0).amount().currency());
    for (PostingLine line : lines) {
      sum = sum.plus(line.signed());
    }
    if (sum.signum() != 0) {
      throw new UnbalancedPostingException(journal.text(), sum.amount().toPlainString());
    }
  }

  /** One that is sent as a journal entry. */
  public Posting(
      String company,
      JournalKey journal,
      int number,
      LocalDate date,
      PostingReference adjusts,
      List<PostingLine> lines,
      List<String> transactionIds) {
    this(company, journal, number, date, adjusts, lines, transactionIds, null);
  }

  public String currency() {
    return lines.get(0).amount().currency();
  }

  /** The same for the same content, in every replica and after every restart. */
  public PostingReference reference() {
    return PostingReference.of(this);
  }

  public Totals totals() {
    return Totals.of(currency(), lines);
  }

  /** The entry that takes this one back, dated on this day. */
  public Posting reversal(LocalDate day) {
    return new Posting(
        company,
        journal,
        number + 1,
        day,
        reference(),
        totals().opposite().lines(),
        transactionIds);
  }

  /** What a bookkeeper reads beside it. */
  public String note() {
    String what = "Property " + journal.propertyId() + ", posted " + journal.postedOn();
    if (!journal.subject().isEmpty()) {
      what += ", " + journal.subject().replace('/', ' ');
    }
    if (adjusts != null) {
      what += "; adjusts " + adjusts.docNumber();
    }
    return date.equals(journal.day()) ? what : what + "; belongs to " + journal.day();
  }
}
