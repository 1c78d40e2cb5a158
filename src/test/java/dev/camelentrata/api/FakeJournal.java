package dev.camelentrata.api;

import dev.camelentrata.accounting.Booking;
import dev.camelentrata.accounting.Dimensions;
import dev.camelentrata.accounting.JournalEntry;
import dev.camelentrata.accounting.JournalKey;
import dev.camelentrata.accounting.JournalQuery;
import dev.camelentrata.accounting.NoBooksException;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingDay;
import dev.camelentrata.accounting.PostingDelivery;
import dev.camelentrata.accounting.PostingLine;
import dev.camelentrata.accounting.PostingPlan;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.PostingState;
import dev.camelentrata.accounting.Side;
import dev.camelentrata.accounting.StoppedJournal;
import dev.camelentrata.accounting.StoppedPosting;
import dev.camelentrata.accounting.StoredPosting;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.model.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A journal in memory. */
final class FakeJournal implements JournalSource {

  static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

  final List<JournalEntry> entries = new ArrayList<>();
  final List<StoppedJournal> stopped = new ArrayList<>();
  final List<JournalQuery> asked = new ArrayList<>();
  boolean books = true;

  void reset() {
    entries.clear();
    stopped.clear();
    asked.clear();
    books = true;
  }

  /** An entry of rent, confirmed in one connection and waiting in another. */
  void post(String propertyId, String amount) {
    Posting posting = rent(propertyId, amount, entries.size() + 1);
    entries.add(
        new JournalEntry(
            new StoredPosting(posting, entries.size() + 1, AT),
            List.of(
                delivery(posting, "acn_1", PostingState.CONFIRMED),
                delivery(posting, "acn_2", PostingState.PENDING))));
  }

  private static Posting rent(String propertyId, String amount, int day) {
    LocalDate date = LocalDate.of(2026, 11, day);
    Money money = new Money(new BigDecimal(amount), "USD");
    Dimensions dimensions = new Dimensions("Oak Court", Map.of("Property", "Oak Court"));
    return new Posting(
        "sandbox",
        new JournalKey(propertyId, YearMonth.of(2026, 11), date, ""),
        1,
        date,
        null,
        List.of(
            new PostingLine(new Booking("1210", null, null, dimensions), Side.DEBIT, money),
            new PostingLine(
                new Booking("4010", "base-rent", null, dimensions), Side.CREDIT, money)),
        List.of("7"));
  }

  private static PostingDelivery delivery(Posting posting, String connection, PostingState state) {
    boolean held = state == PostingState.CONFIRMED;
    return new PostingDelivery(
        connection,
        posting.reference(),
        state,
        held ? posting.date() : null,
        held ? "145" : null,
        null,
        held ? 1 : 0,
        AT,
        held ? AT : null,
        AT);
  }

  void stop(String propertyId) {
    LocalDate day = LocalDate.of(2026, 11, 3);
    stopped.add(
        new StoppedJournal(
            new StoppedPosting(
                new PostingDay(propertyId, YearMonth.of(2026, 11), day),
                propertyId + "/2026-11/2026-11-03",
                List.of("charge code 'storage-locker' has no account")),
            AT));
  }

  String reference() {
    return entries.get(0).posting().reference().digest();
  }

  @Override
  public List<JournalEntry> list(Viewer viewer, JournalQuery query, Long before, int limit) {
    asked.add(query);
    List<JournalEntry> found = new ArrayList<>();
    entries.stream()
        .filter(entry -> before == null || entry.stored().sequence() < before)
        .forEach(entry -> found.add(0, entry));
    return found.subList(0, Math.min(found.size(), limit));
  }

  @Override
  public Optional<JournalEntry> find(Viewer viewer, PostingReference reference) {
    return entries.stream().filter(e -> e.posting().reference().equals(reference)).findFirst();
  }

  @Override
  public List<StoppedJournal> stopped(Viewer viewer, String propertyId, int limit) {
    return stopped.stream()
        .filter(s -> propertyId == null || s.stopped().day().propertyId().equals(propertyId))
        .limit(limit)
        .toList();
  }

  @Override
  public PostingPlan preview(Viewer viewer, String propertyId, LocalDate first, LocalDate last) {
    if (!books) {
      throw new NoBooksException("add companies.sandbox to routes/accounting/charge-codes.yaml");
    }
    return new PostingPlan(
        List.of(rent(propertyId, "950.00", 9)),
        stopped.stream().map(StoppedJournal::stopped).toList());
  }
}
