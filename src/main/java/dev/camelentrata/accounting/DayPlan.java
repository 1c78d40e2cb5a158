package dev.camelentrata.accounting;

import dev.camelentrata.model.BankDeposit;
import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.model.LedgerTransaction.Allocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans days of a property: what their entries are by the mirror, compared with what is posted. A
 * row that the books cannot use stops its whole day, since nobody knows which entry it is in.
 */
final class DayPlan {

  private final PostingPlanner planner;
  private final LedgerMirror mirror;

  DayPlan(PostingPlanner planner, LedgerMirror mirror) {
    this.planner = planner;
    this.mirror = mirror;
  }

  PostingPlan make(String propertyId, Collection<PostingDay> days, Collection<Posting> posted) {
    Set<PostingDay> wanted = Set.copyOf(days);
    Part<LedgerTransaction> ledger =
        new Part<>(
            mirror.ledger(propertyId, wanted),
            posted.stream().filter(each -> !PostingPlanner.ofBank(each.journal())).toList(),
            mirror::ledgerWithIds);
    Part<BankDeposit> bank =
        new Part<>(
            mirror.deposits(propertyId, wanted),
            posted.stream().filter(each -> PostingPlanner.ofBank(each.journal())).toList(),
            mirror::depositsWithIds);
    return ledger
        .whole(
            planner.ledger(ledger.items, paid(ledger.items), ledger.posted, Periods.OPEN),
            PostingDay::text)
        .and(
            bank.whole(
                planner.bank(bank.items, bank.posted, Periods.OPEN),
                day -> day.text() + "/bank-deposits"));
  }

  /** What these pay on other days, where that matters. */
  private List<LedgerTransaction> paid(List<LedgerTransaction> transactions) {
    if (!planner.looksAtWhatIsPaid()) {
      return List.of();
    }
    Set<String> ids =
        transactions.stream()
            .flatMap(each -> each.allocations().stream())
            .map(Allocation::transactionId)
            .collect(Collectors.toCollection(HashSet::new));
    transactions.forEach(each -> ids.remove(each.id()));
    return mirror.ledgerWithIds(ids).stream()
        .map(LedgerRow::item)
        .filter(Objects::nonNull)
        .toList();
  }

  /** The rows of days that can be planned, and why the others cannot. */
  private static final class Part<T> {

    private final List<T> items = new ArrayList<>();
    private final List<Posting> posted;
    private final SortedMap<PostingDay, SortedSet<String>> faults = new TreeMap<>();

    /**
     * @param withIds finds rows wherever they are
     */
    Part(
        List<LedgerRow<T>> rows,
        List<Posting> posted,
        Function<Collection<String>, List<LedgerRow<T>>> withIds) {
      rows.forEach(row -> fault(row.day(), row));
      unreadable(rows, posted, withIds)
          .forEach(
              row ->
                  posted.stream()
                      .filter(each -> each.transactionIds().contains(row.id()))
                      .forEach(each -> fault(PostingDay.of(each.journal()), row)));
      rows.stream()
          .filter(row -> row.item() != null && !faults.containsKey(row.day()))
          .forEach(row -> items.add(row.item()));
      this.posted =
          posted.stream()
              .filter(each -> !faults.containsKey(PostingDay.of(each.journal())))
              .toList();
    }

    private void fault(PostingDay day, LedgerRow<T> row) {
      if (row.fault() != null) {
        faults.computeIfAbsent(day, none -> new TreeSet<>()).add(row.fault());
      }
    }

    /**
     * What was posted, is in the mirror still and cannot be read any more: that must not be taken
     * back.
     */
    private static <T> List<LedgerRow<T>> unreadable(
        List<LedgerRow<T>> rows,
        List<Posting> posted,
        Function<Collection<String>, List<LedgerRow<T>>> withIds) {
      Set<String> missing = new HashSet<>();
      posted.forEach(each -> missing.addAll(each.transactionIds()));
      rows.forEach(row -> missing.remove(row.id()));
      return Stream.concat(rows.stream(), withIds.apply(missing).stream())
          .filter(row -> row.fault() != null)
          .toList();
    }

    /** The plan, with the days that it leaves out. */
    PostingPlan whole(PostingPlan plan, Function<PostingDay, String> name) {
      List<StoppedPosting> stopped = new ArrayList<>(plan.stopped());
      faults.forEach(
          (day, reasons) ->
              stopped.add(new StoppedPosting(day, name.apply(day), List.copyOf(reasons))));
      return new PostingPlan(plan.postings(), stopped);
    }
  }
}
