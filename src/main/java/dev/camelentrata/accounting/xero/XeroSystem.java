package dev.camelentrata.accounting.xero;

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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A company's books in Xero. Safe for many threads. */
final class XeroSystem implements AccountingSystem {

  /** Four calls' worth, so that the last, half-empty one matters little. */
  private static final int SENT_TOGETHER = 4 * Document.MOST;

  private static final int PAGE = 100;

  private final SystemCalls calls;
  private final XeroAddress address;
  private final XeroSender sender;
  private final BooleanSupplier documents;

  XeroSystem(SystemCalls calls, XeroAddress address, Clock clock, BooleanSupplier documents) {
    this.documents = documents;
    this.calls = calls;
    this.address = address;
    this.sender = new XeroSender(calls, address, new Charts(calls, address, clock), clock);
  }

  @Override
  public int batchSize() {
    return SENT_TOGETHER;
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
    LookUp lookUp = new LookUp(entries);
    for (List<String> numbers : lookUp.missing(SalesDocument.Kind.INVOICE)) {
      pages(
          "looking entries up",
          DocumentKind.INVOICES,
          either(numbers, "InvoiceNumber==\"%s\""),
          lookUp::found);
    }
    for (List<String> numbers : lookUp.missing(SalesDocument.Kind.PAYMENT)) {
      pages(
          "looking entries up",
          DocumentKind.PAYMENTS,
          either(numbers, "Reference==\"%s\""),
          lookUp::found);
    }
    for (List<String> numbers : lookUp.missing(true)) {
      pages(
          "looking entries up",
          DocumentKind.BANK_TRANSACTIONS,
          either(numbers, "Reference==\"%s\""),
          lookUp::found);
    }
    for (List<String> numbers : lookUp.missing(false)) {
      pages(
          "looking entries up",
          DocumentKind.MANUAL_JOURNALS,
          either(numbers, "Narration.StartsWith(\"%s\")"),
          lookUp::found);
    }
    return lookUp.all();
  }

  private static String either(List<String> numbers, String condition) {
    return numbers.stream()
        .map(number -> condition.replace("%s", number))
        .collect(Collectors.joining(" OR "));
  }

  @Override
  public void read(LocalDate first, LocalDate last, Consumer<HeldEntry> taker) {
    String where = "Date>=" + date(first) + " AND Date<=" + date(last);
    boolean sales = documents.getAsBoolean();
    for (DocumentKind kind : DocumentKind.values()) {
      if (sales || !kind.sales()) {
        pages("reading entries", kind, where, taker);
      }
    }
  }

  private static String date(LocalDate day) {
    return "DateTime("
        + day.getYear()
        + ", "
        + day.getMonthValue()
        + ", "
        + day.getDayOfMonth()
        + ")";
  }

  /** Payments of one entry are given as one. */
  private void pages(String what, DocumentKind kind, String where, Consumer<HeldEntry> taker) {
    Map<String, HeldEntry> together = new LinkedHashMap<>();
    Consumer<HeldEntry> each =
        kind == DocumentKind.PAYMENTS
            ? held -> together.merge(held.docNumber(), held, HeldEntry::and)
            : taker;
    int number = 1;
    JsonNode page;
    do {
      SystemCall call =
          SystemCall.get(what, address.page(kind, where, number, PAGE), address.headers());
      page = calls.require(call).path(kind.path());
      page.forEach(json -> HeldDocuments.of(kind, json).ifPresent(each));
      number++;
    } while (page.size() == PAGE);
    together.values().forEach(taker);
  }

  @Override
  public Optional<LocalDate> lockedThrough() {
    JsonNode organisation =
        calls
            .require(
                SystemCall.get(
                    "reading its lock dates", address.at("Organisation"), address.headers()))
            .path("Organisations")
            .path(0);
    return Stream.of("PeriodLockDate", "EndOfYearLockDate")
        .map(name -> organisation.path(name).asText(""))
        .filter(text -> !text.isEmpty())
        .map(HeldDocuments::day)
        .max(Comparator.naturalOrder());
  }
}
