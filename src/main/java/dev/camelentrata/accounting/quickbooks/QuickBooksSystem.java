package dev.camelentrata.accounting.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.SalesDocument;
import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.HeldEntry;
import dev.camelentrata.accounting.system.LookUp;
import dev.camelentrata.accounting.system.OutgoingEntry;
import dev.camelentrata.accounting.system.SendOutcome;
import dev.camelentrata.accounting.system.SystemCall;
import dev.camelentrata.accounting.system.SystemCalls;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A company's books in QuickBooks Online. Safe for many threads. */
final class QuickBooksSystem implements AccountingSystem {

  private static final String OURS = " and %s like 'CE-%%' orderby Id";
  private static final String NUMBER = "DocNumber";
  private static final String PAYMENT_NUMBER = "PaymentRefNum";

  private final SystemCalls calls;
  private final QuickBooksAddress address;
  private final QuickBooksQuery query;
  private final Charts charts;
  private final BooleanSupplier documents;
  private final QuickBooksSender sender;

  QuickBooksSystem(
      SystemCalls calls, QuickBooksAddress address, Clock clock, BooleanSupplier documents) {
    this.calls = calls;
    this.address = address;
    this.query = new QuickBooksQuery(calls, address);
    this.charts = new Charts(query, clock, documents);
    this.documents = documents;
    this.sender =
        new QuickBooksSender(
            calls, address, charts, new Customers(calls, address, query, clock), this::find, clock);
  }

  @Override
  public int batchSize() {
    return QuickBooksSender.BATCH;
  }

  @Override
  public List<SendOutcome> send(List<OutgoingEntry> entries) {
    return sender.send(entries);
  }

  @Override
  public Optional<HeldEntry> find(Posting entry) {
    return Optional.ofNullable(findAll(List.of(entry)).get(entry.reference()));
  }

  @Override
  public Map<PostingReference, HeldEntry> findAll(List<Posting> entries) {
    Chart chart = charts.chart();
    LookUp lookUp = new LookUp(entries);
    String what = "looking entries up";
    for (List<String> numbers : lookUp.missing(SalesDocument.Kind.INVOICE)) {
      invoices(what, whereNumber(NUMBER, numbers), chart, lookUp::found);
    }
    for (List<String> numbers : lookUp.missing(SalesDocument.Kind.PAYMENT)) {
      payments(what, whereNumber(PAYMENT_NUMBER, numbers), chart, lookUp::found);
    }
    for (List<String> numbers : lookUp.missing(false)) {
      journalEntries(what, whereNumber(NUMBER, numbers), chart, lookUp::found);
    }
    for (List<String> numbers : lookUp.missing(true)) {
      deposits(what, whereNumber(NUMBER, numbers), chart, lookUp::found);
    }
    return lookUp.all();
  }

  private static String whereNumber(String field, List<String> numbers) {
    return numbers.stream().collect(Collectors.joining("', '", " where " + field + " in ('", "')"));
  }

  @Override
  public void read(LocalDate first, LocalDate last, Consumer<HeldEntry> taker) {
    Chart chart = charts.fresh();
    String days = " where TxnDate >= '" + first + "' and TxnDate <= '" + last + "'";
    String where = days + OURS.formatted(NUMBER);
    String what = "reading entries";
    journalEntries(what, where, chart, taker);
    deposits(what, where, chart, taker);
    if (documents.getAsBoolean()) {
      invoices(what, where, chart, taker);
      payments(what, days + OURS.formatted(PAYMENT_NUMBER), chart, taker);
    }
  }

  private void journalEntries(String what, String where, Chart chart, Consumer<HeldEntry> taker) {
    query.all(
        what,
        "JournalEntry",
        where,
        json -> taker.accept(HeldTransactions.journalEntry(json, chart)));
  }

  private void deposits(String what, String where, Chart chart, Consumer<HeldEntry> taker) {
    query.all(what, "Deposit", where, json -> taker.accept(HeldTransactions.deposit(json, chart)));
  }

  private void invoices(String what, String where, Chart chart, Consumer<HeldEntry> taker) {
    query.all(what, "Invoice", where, json -> taker.accept(HeldTransactions.invoice(json, chart)));
  }

  private void payments(String what, String where, Chart chart, Consumer<HeldEntry> taker) {
    query.all(what, "Payment", where, json -> taker.accept(HeldTransactions.payment(json, chart)));
  }

  @Override
  public Optional<LocalDate> lockedThrough() {
    JsonNode preferences =
        calls.require(
            SystemCall.get("reading when its books are closed", address.preferences(), Map.of()));
    String day =
        preferences
            .path("Preferences")
            .path("AccountingInfoPrefs")
            .path("BookCloseDate")
            .asText("");
    return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day.substring(0, 10)));
  }
}
