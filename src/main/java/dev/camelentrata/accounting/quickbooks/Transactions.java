package dev.camelentrata.accounting.quickbooks;

import dev.camelentrata.accounting.Booking;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingLine;
import dev.camelentrata.accounting.SalesDocument;
import dev.camelentrata.accounting.Side;
import dev.camelentrata.accounting.system.OutgoingEntry;
import dev.camelentrata.accounting.system.UnsendableEntryException;
import dev.camelentrata.model.LedgerTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes of entries what they are in QuickBooks: a deposit if money comes to one bank account, an
 * invoice or a payment where the entry says so, a journal entry otherwise.
 */
final class Transactions {

  private static final String BANK = "bank-deposit/";

  /** What QuickBooks takes as a note. */
  private static final int NOTE = 4_000;

  private Transactions() {}

  /**
   * What is sent for this entry.
   *
   * @param customers the ids of those that invoices and payments are for
   * @throws UnsendableEntryException if an account, a class or an item is not there
   */
  static Transaction of(OutgoingEntry entry, Chart chart, Map<String, String> customers) {
    Posting posting = entry.posting();
    SalesDocument document = posting.document();
    if (document != null && document.kind() == SalesDocument.Kind.INVOICE) {
      return invoice(entry, customer(document.customer(), customers), chart);
    }
    if (document != null && entry.paysHeldInvoices()) {
      return payment(entry, customer(document.customer(), customers), chart);
    }
    if (posting.journal().subject().startsWith(BANK)) {
      List<PostingLine> debits =
          posting.lines().stream().filter(line -> line.side() == Side.DEBIT).toList();
      if (debits.size() == 1 && chart.account(debits.get(0).booking().account()).bank()) {
        return deposit(entry, debits.get(0), chart);
      }
    }
    return journalEntry(entry, chart);
  }

  private static Ref customer(String name, Map<String, String> customers) {
    if (!customers.containsKey(name)) {
      throw new UnsendableEntryException(
          "QuickBooks will not add the customer '"
              + name
              + "'; make it active there, or rename whatever else has this name");
    }
    return Ref.to(customers.get(name));
  }

  private static Invoice invoice(OutgoingEntry entry, Ref customer, Chart chart) {
    List<Invoice.Line> lines = new ArrayList<>();
    for (PostingLine line : entry.posting().lines()) {
      if (line.side() == Side.CREDIT) {
        Ref item = Ref.to(chart.itemId(line.booking().account()));
        lines.add(
            Invoice.Line.of(
                line.amount().amount(),
                description(line.booking()),
                new Invoice.Detail(item, classOf(line.booking(), chart))));
      }
    }
    return new Invoice(docNumber(entry), entry.date(), note(entry), customer, lines);
  }

  private static Payment payment(OutgoingEntry entry, Ref customer, Chart chart) {
    PostingLine received =
        entry.posting().lines().stream()
            .filter(line -> line.side() == Side.DEBIT)
            .findFirst()
            .orElseThrow();
    List<Payment.Line> lines = new ArrayList<>();
    for (LedgerTransaction.Allocation each : entry.posting().document().pays()) {
      String invoice = entry.invoices().get(each.transactionId());
      lines.add(Payment.Line.of(each.amount().amount(), invoice));
    }
    return new Payment(
        docNumber(entry),
        entry.date(),
        note(entry),
        customer,
        received.amount().amount(),
        account(received.booking(), chart),
        lines);
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
