package dev.camelentrata.accounting.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.accounting.Booking;
import dev.camelentrata.accounting.JournalKey;
import dev.camelentrata.accounting.LedgerRow;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingLine;
import dev.camelentrata.accounting.StoppedPosting;
import dev.camelentrata.accounting.Totals;
import dev.camelentrata.model.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Says how journals differ from what the mirror's ledgers ask for. */
final class JournalFindings {

  private static final ReconcileStep STEP = ReconcileStep.MIRROR_POSTINGS;

  private final Map<String, List<Posting>> posted = new TreeMap<>();
  private final Tally tally;

  JournalFindings(Collection<Posting> posted, Tally tally) {
    posted.forEach(
        each ->
            this.posted.computeIfAbsent(each.journal().text(), key -> new ArrayList<>()).add(each));
    this.tally = tally;
  }

  /** Sums up both sides: what is posted, and the same with what should be posted yet. */
  void agree(String property, Collection<Posting> open) {
    Map<String, Totals> expected = new HashMap<>();
    posted.forEach((journal, entries) -> expected.put(journal, sum(entries)));
    open.forEach(each -> expected.merge(each.journal().text(), each.totals(), Totals::plus));
    tally.add(
        property,
        figure(expected.values()),
        figure(posted.values().stream().map(JournalFindings::sum).toList()));
  }

  private static Figure figure(Collection<Totals> journals) {
    Figure sum = Figure.NONE;
    for (Totals each : journals) {
      BigDecimal size = size(each);
      if (size.signum() != 0) {
        sum = sum.plus(new Figure(1, size));
      }
    }
    return sum;
  }

  /** What should be posted yet, which is how the journal differs. */
  void differs(Posting change) {
    JournalKey journal = change.journal();
    List<Posting> before = posted.getOrDefault(journal.text(), List.of());
    Totals held = before.isEmpty() ? Totals.none(change.currency()) : sum(before);
    Totals wanted = held.plus(change.totals());
    VarianceKind kind = kind(held, wanted, change.totals());
    Posting last = before.isEmpty() ? null : before.get(before.size() - 1);
    Figure expected = new Figure(wanted.balances().isEmpty() ? 0 : 1, size(wanted));
    Figure found = new Figure(held.balances().isEmpty() ? 0 : 1, size(held));
    ObjectNode evidence = Finding.blank();
    evidence.put("journal", journal.text());
    lines(evidence.putArray("expected"), wanted);
    lines(evidence.putArray("found"), held);
    lines(evidence.putArray("difference"), change.totals());
    tally.find(
        new Finding(
            STEP,
            kind,
            "journal/" + journal.text(),
            new Finding.Place(
                journal.propertyId(), journal.postedOn(), code(change), account(change)),
            last == null
                ? Finding.Entry.NONE
                : new Finding.Entry(null, last.reference().docNumber(), last.reference().digest()),
            transactions(change, last),
            expected,
            found,
            detail(kind, journal, expected, found),
            evidence));
  }

  private static VarianceKind kind(Totals held, Totals wanted, Totals change) {
    if (held.balances().isEmpty()) {
      return VarianceKind.MISSING;
    }
    if (wanted.balances().isEmpty()) {
      return VarianceKind.EXTRA;
    }
    Map<String, BigDecimal> codes = new HashMap<>();
    change
        .balances()
        .forEach(
            (booking, amount) ->
                codes.merge(
                    String.valueOf(booking.chargeCode()), amount.amount(), BigDecimal::add));
    return codes.values().stream().allMatch(sum -> sum.signum() == 0)
            && size(held).equals(size(wanted))
        ? VarianceKind.MAPPING
        : VarianceKind.AMOUNT;
  }

  private static String detail(
      VarianceKind kind, JournalKey journal, Figure expected, Figure found) {
    String of = "journal " + journal.text();
    return switch (kind) {
      case MISSING ->
          "The mirror has "
              + Figure.plain(expected.amount())
              + " for "
              + of
              + ", nothing is posted.";
      case EXTRA ->
          "Posted are "
              + Figure.plain(found.amount())
              + " for "
              + of
              + ", the mirror has no such transactions.";
      case MAPPING -> "What is posted for " + of + " stands on other accounts than it should.";
      case AMOUNT, DATE, DUPLICATE ->
          "The mirror has "
              + Figure.plain(expected.amount())
              + " for "
              + of
              + ", posted are "
              + Figure.plain(found.amount())
              + ".";
    };
  }

  /**
   * A journal that cannot be booked.
   *
   * @param day where it tells no day
   */
  void stopped(StoppedPosting stopped, LocalDate day) {
    String journal = stopped.journal();
    List<Posting> before = posted.getOrDefault(journal, List.of());
    Figure found = before.isEmpty() ? Figure.NONE : new Figure(1, size(sum(before)));
    ObjectNode evidence = Finding.blank();
    evidence.put("journal", journal);
    stopped.reasons().stream().limit(Finding.MOST).forEach(evidence.putArray("reasons")::add);
    tally.find(
        new Finding(
            STEP,
            VarianceKind.MAPPING,
            "stopped/" + journal,
            Finding.Place.of(
                stopped.day().propertyId(),
                Objects.requireNonNullElse(stopped.day().postedOn(), day)),
            Finding.Entry.NONE,
            List.of(),
            new Figure(1, found.amount()),
            found,
            "Journal " + journal + " cannot be booked: " + stopped.reasons().get(0),
            evidence));
  }

  /** Something of the mirror that the books cannot use. */
  void unbookable(String what, String property, LedgerRow<?> row, LocalDate day) {
    tally.find(
        new Finding(
            STEP,
            VarianceKind.MAPPING,
            what + row.id(),
            Finding.Place.of(property, Objects.requireNonNullElse(row.day().postedOn(), day)),
            Finding.Entry.NONE,
            List.of(row.id()),
            new Figure(1, BigDecimal.ZERO),
            Figure.NONE,
            "Cannot be booked: " + row.fault(),
            Finding.blank().put("reason", row.fault())));
  }

  /** A transaction that came to its day when that was long over. */
  static Finding backDated(BackDated.Late late, Set<String> unposted) {
    boolean posted = !unposted.contains(late.id());
    ObjectNode evidence = Finding.blank();
    evidence.put("backDated", true);
    evidence.put("postedOn", late.day().toString());
    evidence.put("firstPostedOn", Objects.toString(late.wasOn(), null));
    evidence.put("seenAt", Objects.toString(late.seenAt(), null));
    evidence.put("reconciledAt", Objects.toString(late.reconciledAt(), null));
    evidence.put("posted", posted);
    String why =
        late.wasOn() != null
            ? ", but was first posted on " + late.wasOn()
            : ", but was first seen at "
                + late.seenAt()
                + ", after that day had been reconciled at "
                + late.reconciledAt();
    return new Finding(
        STEP,
        VarianceKind.DATE,
        "back-dated/" + late.id(),
        Finding.Place.of(late.propertyId(), late.day()),
        Finding.Entry.NONE,
        List.of(late.id()),
        Figure.NONE,
        new Figure(1, late.amount()),
        "Back-dated: "
            + late.type()
            + " "
            + late.id()
            + " of "
            + Figure.plain(late.amount())
            + " is posted on "
            + late.day()
            + why
            + (posted ? "." : ". It is not in the journal yet."),
        evidence);
  }

  private static Totals sum(Collection<Posting> entries) {
    return entries.stream().map(Posting::totals).reduce(Totals::plus).orElseThrow();
  }

  /** The debits that are left when each booking is offset. */
  private static BigDecimal size(Totals totals) {
    return totals.balances().values().stream()
        .filter(amount -> amount.signum() > 0)
        .map(Money::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void lines(ArrayNode rows, Totals totals) {
    for (Map.Entry<Booking, Money> line : totals.balances().entrySet()) {
      if (rows.size() == Finding.MOST) {
        return;
      }
      rows.addObject()
          .put("account", line.getKey().account())
          .put("chargeCode", line.getKey().chargeCode())
          .put("amount", line.getValue().amount().toPlainString());
    }
  }

  private static List<String> transactions(Posting change, Posting last) {
    if (last == null) {
      return change.transactionIds();
    }
    Set<String> differing = new HashSet<>(change.transactionIds());
    Set<String> both = new HashSet<>(last.transactionIds());
    both.retainAll(differing);
    differing.addAll(last.transactionIds());
    if (differing.size() > both.size()) {
      differing.removeAll(both);
    }
    return differing.stream().sorted().toList();
  }

  /** The one charge code that differs; null if none or several do. */
  private static String code(Posting change) {
    return only(change.lines().stream().map(each -> each.booking().chargeCode()).toList());
  }

  private static String account(Posting change) {
    return only(
        change.lines().stream()
            .map(PostingLine::booking)
            .filter(each -> each.chargeCode() != null)
            .map(Booking::account)
            .toList());
  }

  private static String only(List<String> texts) {
    List<String> different = texts.stream().filter(Objects::nonNull).distinct().toList();
    return different.size() == 1 ? different.get(0) : null;
  }
}
