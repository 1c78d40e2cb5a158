package dev.camelentrata.accounting.system;

import dev.camelentrata.accounting.Booking;
import dev.camelentrata.accounting.Dimensions;
import dev.camelentrata.accounting.JournalKey;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingLine;
import dev.camelentrata.accounting.SalesDocument;
import dev.camelentrata.accounting.Side;
import dev.camelentrata.model.LedgerTransaction.Allocation;
import dev.camelentrata.model.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Made-up entries to be sent. */
public final class Entries {

  public static final LocalDate DAY = LocalDate.of(2026, 11, 3);
  private static final Dimensions NONE = new Dimensions(null, Map.of());

  private Entries() {}

  /** A day's rent of a property with class and tracking; no two numbers give the same entry. */
  public static OutgoingEntry rent(int number) {
    Dimensions property = new Dimensions("1001", Map.of("Property", "1001"));
    return sent(
        "",
        number,
        List.of(
            line("1210", "base-rent", NONE, Side.DEBIT, "1448." + cents(number)),
            line("4010", "base-rent", property, Side.CREDIT, "1448." + cents(number))));
  }

  /** Rent on another account than usual. */
  public static OutgoingEntry rentOn(int number, String account) {
    return sent(
        "",
        number,
        List.of(
            line("1210", null, NONE, Side.DEBIT, "10.00"),
            line(account, "base-rent", NONE, Side.CREDIT, "10.00")));
  }

  /** What was brought to the bank; taken away if the amount is negative. */
  public static OutgoingEntry bank(int number, String account, String amount) {
    boolean taken = amount.startsWith("-");
    String size = taken ? amount.substring(1) : amount;
    return sent(
        "bank-deposit/" + number,
        number,
        List.of(
            line(taken ? "1090" : account, null, NONE, Side.DEBIT, size),
            line(taken ? account : "1090", null, NONE, Side.CREDIT, size)));
  }

  public static List<OutgoingEntry> rents(int from, int count) {
    List<OutgoingEntry> entries = new ArrayList<>();
    for (int number = from; number < from + count; number++) {
      entries.add(rent(number));
    }
    return entries;
  }

  /** A charge of lease 9 that is to be an invoice. */
  public static OutgoingEntry invoice(int number, String amount) {
    return document(
        number,
        List.of(
            line("1210", null, NONE, Side.DEBIT, amount),
            line(
                "4010",
                "base-rent",
                new Dimensions("1001", Map.of("Property", "1001")),
                Side.CREDIT,
                amount)),
        new SalesDocument(SalesDocument.Kind.INVOICE, "9", List.of()),
        Map.of());
  }

  /**
   * A payment of lease 9 that pays charges.
   *
   * @param invoices what the system calls those that it holds, by the charge's id
   */
  public static OutgoingEntry payment(
      int number, String amount, Map<String, String> pays, Map<String, String> invoices) {
    return document(
        number,
        List.of(
            line("1090", null, NONE, Side.DEBIT, amount),
            line("1210", null, NONE, Side.CREDIT, amount)),
        new SalesDocument(
            SalesDocument.Kind.PAYMENT,
            "9",
            pays.entrySet().stream()
                .map(each -> new Allocation(each.getKey(), Money.of(each.getValue(), "USD")))
                .toList()),
        invoices);
  }

  private static OutgoingEntry document(
      int number, List<PostingLine> lines, SalesDocument document, Map<String, String> invoices) {
    Posting posting =
        new Posting(
            "sandbox",
            new JournalKey("1001", YearMonth.of(2026, 11), DAY, "transaction/" + number),
            1,
            DAY,
            null,
            lines,
            List.of(Integer.toString(number)),
            document);
    return new OutgoingEntry(posting, DAY, 0, invoices);
  }

  static OutgoingEntry sent(String subject, int number, List<PostingLine> lines) {
    Posting posting =
        new Posting(
            "sandbox",
            new JournalKey("1001", YearMonth.of(2026, 11), DAY, subject),
            1,
            DAY,
            null,
            lines,
            List.of("tx-" + number));
    return new OutgoingEntry(posting, DAY);
  }

  private static String cents(int number) {
    return String.format(java.util.Locale.ROOT, "%02d", number % 100);
  }

  static PostingLine line(
      String account, String code, Dimensions dimensions, Side side, String amount) {
    return new PostingLine(
        new Booking(account, code, null, dimensions), side, Money.of(amount, "USD"));
  }
}
