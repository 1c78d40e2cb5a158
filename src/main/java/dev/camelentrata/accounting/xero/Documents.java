package dev.camelentrata.accounting.xero;

import dev.camelentrata.accounting.Booking;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingLine;
import dev.camelentrata.accounting.SalesDocument;
import dev.camelentrata.accounting.Side;
import dev.camelentrata.accounting.system.OutgoingEntry;
import dev.camelentrata.accounting.system.UnsendableEntryException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes of entries what they are in Xero: an invoice, or payments of invoices, where the entry says
 * so; money received or spent if a bank account is in it, since these are closed to journals; a
 * manual journal otherwise.
 */
final class Documents {

  private static final BankTransaction.Contact CONTACT =
      new BankTransaction.Contact("Bank deposits");

  private static final int NOTE = 255;

  private Documents() {}

  /**
   * What is sent for this entry.
   *
   * @throws UnsendableEntryException if an account is not there, or closed to what is sent
   */
  static Document of(OutgoingEntry entry, Chart chart) {
    SalesDocument document = entry.posting().document();
    if (document != null && document.kind() == SalesDocument.Kind.INVOICE) {
      return invoice(entry, chart);
    }
    if (entry.paysHeldInvoices() && document.pays().size() <= Document.MOST) {
      return payments(entry, chart);
    }
    Set<String> banks = new LinkedHashSet<>();
    for (PostingLine line : entry.posting().lines()) {
      if (chart.bank(line.booking().account())) {
        banks.add(line.booking().account());
      }
    }
    return switch (banks.size()) {
      case 0 -> journal(entry);
      case 1 -> bankTransaction(entry, banks.iterator().next());
      default ->
          throw new UnsendableEntryException(
              "Xero takes no entry that moves money from one bank account to another; transfer it"
                  + " there from one to the other of "
                  + String.join(", ", banks)
                  + " by hand");
    };
  }

  private static Invoice invoice(OutgoingEntry entry, Chart chart) {
    List<Invoice.Line> lines = new ArrayList<>();
    for (PostingLine line : entry.posting().lines()) {
      Booking booking = line.booking();
      if (line.side() == Side.CREDIT) {
        chart.bank(booking.account());
        lines.add(
            new Invoice.Line(
                booking.chargeCode(),
                BigDecimal.ONE,
                line.amount().amount(),
                booking.account(),
                booking.taxCode(),
                Tracking.of(booking.dimensions())));
      }
    }
    return new Invoice(
        "ACCREC",
        new BankTransaction.Contact(entry.posting().document().customer()),
        entry.date(),
        entry.date(),
        docNumber(entry),
        note(entry),
        "AUTHORISED",
        "NoTax",
        lines);
  }

  private static Document payments(OutgoingEntry entry, Chart chart) {
    String received =
        entry.posting().lines().stream()
            .filter(line -> line.side() == Side.DEBIT)
            .map(line -> line.booking().account())
            .findFirst()
            .orElseThrow();
    chart.bank(received);
    List<Payment> payments =
        entry.posting().document().pays().stream()
            .map(
                each ->
                    new Payment(
                        new Payment.InvoiceId(entry.invoices().get(each.transactionId())),
                        new BankTransaction.BankAccount(received),
                        entry.date(),
                        each.amount().amount(),
                        docNumber(entry)))
            .toList();
    return payments.size() == 1 ? payments.get(0) : new PaymentSet(payments);
  }

  /** As much of the note as Xero takes as a reference. */
  private static String note(OutgoingEntry entry) {
    String note = entry.note();
    return note.length() <= NOTE ? note : note.substring(0, NOTE);
  }

  /** Our reference first: Xero has no field of its own for it. */
  private static ManualJournal journal(OutgoingEntry entry) {
    List<ManualJournal.Line> lines = new ArrayList<>();
    for (PostingLine line : entry.posting().lines()) {
      Booking booking = line.booking();
      lines.add(
          new ManualJournal.Line(
              line.signed().amount(),
              booking.account(),
              booking.chargeCode(),
              booking.taxCode(),
              Tracking.of(booking.dimensions())));
    }
    return new ManualJournal(
        docNumber(entry) + " " + entry.note(), entry.date(), "POSTED", "NoTax", lines);
  }

  private static BankTransaction bankTransaction(OutgoingEntry entry, String bank) {
    Posting posting = entry.posting();
    BigDecimal received = BigDecimal.ZERO;
    for (PostingLine line : posting.lines()) {
      if (line.booking().account().equals(bank)) {
        received = received.add(line.signed().amount());
      }
    }
    if (received.signum() == 0) {
      throw new UnsendableEntryException(
          "Xero takes no bank transaction of 0.00 on account " + bank);
    }
    boolean receive = received.signum() > 0;
    List<BankTransaction.Line> lines = new ArrayList<>();
    for (PostingLine line : posting.lines()) {
      if (!line.booking().account().equals(bank)) {
        BigDecimal amount = line.signed().amount();
        lines.add(
            new BankTransaction.Line(
                entry.note(),
                BigDecimal.ONE,
                receive ? amount.negate() : amount,
                line.booking().account(),
                Tracking.of(line.booking().dimensions())));
      }
    }
    return new BankTransaction(
        receive ? "RECEIVE" : "SPEND",
        CONTACT,
        new BankTransaction.BankAccount(bank),
        entry.date(),
        docNumber(entry),
        "AUTHORISED",
        "NoTax",
        lines);
  }

  private static String docNumber(OutgoingEntry entry) {
    return entry.posting().reference().docNumber();
  }
}
