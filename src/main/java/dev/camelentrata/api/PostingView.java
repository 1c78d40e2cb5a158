package dev.camelentrata.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.camelentrata.accounting.JournalEntry;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingDelivery;
import dev.camelentrata.accounting.PostingLine;
import dev.camelentrata.accounting.Side;
import dev.camelentrata.accounting.StoredPosting;
import dev.camelentrata.model.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An entry of the journal as the API shows it.
 *
 * @param docNumber by what it is found in the accounting system
 * @param total of its debits, which its credits equal
 * @param adjusts the reference of the entry before it in the same journal; null for the first
 * @param createdAt null where it is only planned
 * @param lines null in lists
 * @param deliveries null where it is only planned
 */
record PostingView(
    String reference,
    String docNumber,
    String propertyId,
    String journal,
    int number,
    String postMonth,
    LocalDate postedOn,
    LocalDate date,
    String note,
    Money total,
    String adjusts,
    List<String> transactionIds,
    Instant createdAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<Line> lines,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<Delivery> deliveries) {

  /** One entry, in the same shape as a list's {@code data}. */
  record One(PostingView data) {}

  /** A debit or a credit. */
  record Line(
      String account,
      String side,
      Money amount,
      String chargeCode,
      String taxCode,
      @JsonProperty("class") String className,
      Map<String, String> tracking) {

    static Line of(PostingLine line) {
      return new Line(
          line.booking().account(),
          line.side().name().toLowerCase(Locale.ROOT),
          line.amount(),
          line.booking().chargeCode(),
          line.booking().taxCode(),
          line.booking().dimensions().className(),
          new TreeMap<>(line.booking().dimensions().tracking()));
    }
  }

  /** Where it stands in one connection. */
  record Delivery(
      String connectionId,
      String state,
      LocalDate datedOn,
      String externalId,
      String error,
      int attempts,
      Instant nextAttemptAt,
      Instant sentAt,
      Instant changedAt) {

    static Delivery of(PostingDelivery delivery) {
      return new Delivery(
          delivery.connectionId(),
          delivery.state().slug(),
          delivery.datedOn(),
          delivery.externalId(),
          delivery.error(),
          delivery.attempts(),
          switch (delivery.state()) {
            case PENDING, SENT, UNCERTAIN -> delivery.nextAttemptAt();
            case CONFIRMED, FAILED -> null;
          },
          delivery.sentAt(),
          delivery.changedAt());
    }
  }

  /** Without its lines. */
  static PostingView listed(JournalEntry entry) {
    return of(entry.posting(), entry.stored(), null, deliveries(entry));
  }

  static One one(JournalEntry entry) {
    return new One(of(entry.posting(), entry.stored(), lines(entry.posting()), deliveries(entry)));
  }

  static PostingView planned(Posting posting) {
    return of(posting, null, lines(posting), null);
  }

  private static List<Line> lines(Posting posting) {
    return posting.lines().stream().map(Line::of).toList();
  }

  private static List<Delivery> deliveries(JournalEntry entry) {
    return entry.deliveries().stream().map(Delivery::of).toList();
  }

  private static PostingView of(
      Posting posting, StoredPosting stored, List<Line> lines, List<Delivery> deliveries) {
    return new PostingView(
        posting.reference().digest(),
        posting.reference().docNumber(),
        posting.journal().propertyId(),
        posting.journal().text(),
        posting.number(),
        posting.journal().postMonth().toString(),
        posting.journal().postedOn(),
        posting.date(),
        posting.note(),
        total(posting),
        posting.adjusts() == null ? null : posting.adjusts().digest(),
        posting.transactionIds(),
        stored == null ? null : stored.createdAt(),
        lines,
        deliveries);
  }

  private static Money total(Posting posting) {
    return posting.lines().stream()
        .filter(line -> line.side() == Side.DEBIT)
        .map(PostingLine::amount)
        .reduce(Money.zero(posting.currency()), Money::plus);
  }

  static ApiException notFound() {
    return ApiException.of(
        ProblemType.NOT_FOUND, "There is no such entry; GET /accounting/postings lists them.");
  }
}
