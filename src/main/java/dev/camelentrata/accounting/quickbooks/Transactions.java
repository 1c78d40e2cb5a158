package dev.camelentrata.accounting.quickbooks;

import dev.camelentrata.accounting.Booking;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingLine;
import dev.camelentrata.accounting.Side;
import dev.camelentrata.accounting.system.OutgoingEntry;
import dev.camelentrata.accounting.system.UnsendableEntryException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes of entries what they are in QuickBooks: a deposit if money comes to one bank account, a
 * journal entry otherwise.
 */
final class Transactions {

  private static final String BANK = "bank-deposit/";

  /** What QuickBooks takes as a note. */
  private static final int NOTE = 4_000;

  private Transactions() {}

  /**
   * What is sent for this entry.
   *
   * @throws UnsendableEntryException if an account or a class is not there
   */
  static Transaction of(OutgoingEntry entry, Chart chart) {
    Posting posting = entry.posting();
    if (posting.journal().subject().startsWith(BANK)) {
      List<PostingLine> debits =
          posting.lines().stream().filter(line -> line.side() == Side.DEBIT).toList();
      if (debits.size() == 1 && chart.account(debits.get(0).booking().account()).bank()) {
        return deposit(entry, debits.get(0), chart);
      }
    }
    return journalEntry(entry, chart);
  }

  private static JournalEntry journalEntry(OutgoingEntry entry, Chart chart) {
    List<JournalEntry.Line> lines = new ArrayList<>();
    for (PostingLine line : entry.posting().lines()) {
      lines.add(
          JournalEntry.Line.of(
              line.amount().amount(),
              description(line.booking()),
              new JournalEntry.Detail(
                  line.side() == Side.DEBIT ? "Debit" : "Credit",
                  account(line.booking(), chart),
                  classOf(line.booking(), chart))));
    }
    return new JournalEntry(docNumber(entry), entry.date(), note(entry), lines);
  }

  private static Deposit deposit(OutgoingEntry entry, PostingLine bank, Chart chart) {
    List<Deposit.Line> lines = new ArrayList<>();
    for (PostingLine line : entry.posting().lines()) {
      if (line.side() == Side.CREDIT) {
        lines.add(
            Deposit.Line.of(
                line.amount().amount(),
                description(line.booking()),
                new Deposit.Detail(
                    account(line.booking(), chart), classOf(line.booking(), chart))));
      }
    }
    return new Deposit(
        docNumber(entry), entry.date(), note(entry), account(bank.booking(), chart), lines);
  }

  private static String docNumber(OutgoingEntry entry) {
    return entry.posting().reference().docNumber();
  }

  private static String note(OutgoingEntry entry) {
    String note = entry.note();
    return note.length() <= NOTE ? note : note.substring(0, NOTE);
  }

  private static String description(Booking booking) {
    return booking.chargeCode();
  }

  private static Ref account(Booking booking, Chart chart) {
    return Ref.to(chart.account(booking.account()).id());
  }

  private static Ref classOf(Booking booking, Chart chart) {
    return Ref.to(chart.classId(booking.dimensions().className()));
  }
}
