package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.accounting.CompanyBooks;
import dev.camelentrata.accounting.LedgerMirror;
import dev.camelentrata.accounting.LedgerRow;
import dev.camelentrata.accounting.Periods;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingPlan;
import dev.camelentrata.accounting.PostingPlanner;
import dev.camelentrata.model.BankDeposit;
import dev.camelentrata.model.LedgerTransaction;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the mirror's ledgers would be in the books against what is posted: plans as if nothing were
 * closed, and what the plan would still post is what differs. Property by property, as many days at
 * a time as fit.
 */
final class MirrorPostings implements Comparison {

  private static final long MOST = 20_000;

  private final CompanyRows rows;
  private final MirrorLedger mirror;
  private final JournalRows journal;
  private final BackDated backDated;
  private final FirstMonths firstMonths;
  private final CompanyBooks books;

  MirrorPostings(CompanyRows rows, CompanyBooks books) {
    this.rows = rows;
    this.mirror = new MirrorLedger(rows);
    this.journal = new JournalRows(rows);
    this.backDated = new BackDated(rows);
    this.firstMonths = new FirstMonths(rows);
    this.books = books;
  }

  @Override
  public Optional<String> compare(Scope scope, Tally tally) {
    Run run =
        new Run(
            scope,
            tally,
            new PostingPlanner(books),
            backDated.find(scope),
            firstMonths.of(scope.company()));
    Set<String> unposted = new HashSet<>();
    for (String property : scope.propertyIds()) {
      long count = mirror.count(scope.company(), property, scope.first(), scope.last());
      DayChunks.each(
          scope.first(),
          scope.last(),
          count,
          MOST,
          (first, last) ->
              unposted.addAll(
                  rows.snapshot(scope.company(), () -> compare(run, property, first, last))));
    }
    run.late().values().forEach(late -> tally.find(JournalFindings.backDated(late, unposted)));
    return run.months().any(scope)
        ? Optional.empty()
        : Optional.of("None of these properties goes to the books yet.");
  }

  /** What stays the same in one reconciliation. */
  private record Run(
      Scope scope,
      Tally tally,
      PostingPlanner planner,
      Map<String, BackDated.Late> late,
      FirstMonths.Months months) {}

  /** Gives the back-dated transactions that are not posted yet. */
  private Set<String> compare(Run run, String property, LocalDate first, LocalDate last) {
    LedgerMirror ledgers = new LedgerMirror(rows.jdbc(), run.scope().company());
    BookedRows<LedgerTransaction> ledger = new BookedRows<>();
    ledgers.ledger(property, first, last, ledger::take);
    BookedRows<BankDeposit> bank = new BookedRows<>();
    ledgers.deposits(property, first, last, bank::take);
    List<Posting> posted = journal.ofDays(run.scope().company(), property, first, last);
    Piece piece = new Piece(property, first, last, posted, ledgers);
    List<LedgerTransaction> transactions =
        ledger.items().stream()
            .filter(each -> run.months().ledger(property, each.postMonth()))
            .toList();
    List<BankDeposit> deposits =
        bank.items().stream()
            .filter(each -> run.months().bank(property, YearMonth.from(each.depositedOn())))
            .toList();
    PostingPlan plan = plan(run, piece, transactions);
    Set<String> explained = new HashSet<>();
    Set<String> unposted = new HashSet<>();
    Set<String> late = lateHere(run, piece);
    if (!plan.postings().isEmpty() && !late.isEmpty()) {
      Set<String> before =
          plan(run, piece, asBefore(run, piece, transactions)).postings().stream()
              .map(each -> each.journal().text())
              .collect(Collectors.toSet());
      for (Posting each : plan.postings()) {
        if (!before.contains(each.journal().text())) {
          explained.add(each.journal().text());
          unposted.addAll(each.transactionIds());
        }
      }
      unposted.retainAll(late);
    }
    PostingPlan banked = run.planner().bank(deposits, posted, Periods.OPEN);
    List<Posting> open = new ArrayList<>(plan.postings());
    open.addAll(banked.postings());
    JournalFindings findings = new JournalFindings(posted, run.tally());
    open.stream()
        .filter(each -> !explained.contains(each.journal().text()))
        .filter(each -> !ledger.stops(each.journal()) && !bank.stops(each.journal()))
        .forEach(findings::differs);
    findings.agree(property, open);
    plan.stopped().forEach(each -> findings.stopped(each, first));
    banked.stopped().forEach(each -> findings.stopped(each, first));
    ledger.faults().forEach(each -> findings.unbookable("transaction/", property, each, first));
    bank.faults().forEach(each -> findings.unbookable("bank-deposit/", property, each, first));
    run.tally().looked(transactions.size() + deposits.size());
    return unposted;
  }

  /** Some days of a property, and what is posted for them. */
  private record Piece(
      String property,
      LocalDate first,
      LocalDate last,
      List<Posting> posted,
      LedgerMirror ledgers) {

    boolean has(LocalDate day) {
      return day != null && !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /** The plan for the piece's journals; what its payments pay elsewhere is looked up. */
  private static PostingPlan plan(
      Run run, Piece piece, Collection<LedgerTransaction> transactions) {
    Set<String> paid = new HashSet<>();
    if (run.planner().looksAtWhatIsPaid()) {
      transactions.forEach(
          each -> each.allocations().forEach(part -> paid.add(part.transactionId())));
      transactions.forEach(each -> paid.remove(each.id()));
    }
    return run.planner()
        .ledger(transactions, found(piece.ledgers(), paid), piece.posted(), Periods.OPEN);
  }

  private static List<LedgerTransaction> found(LedgerMirror ledgers, Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : ledgers.ledgerWithIds(ids).stream()
            .map(LedgerRow::item)
            .filter(Objects::nonNull)
            .toList();
  }

  private static Set<String> lateHere(Run run, Piece piece) {
    return run.late().values().stream()
        .filter(each -> each.propertyId().equals(piece.property()))
        .filter(each -> piece.has(each.day()) || piece.has(each.wasOn()))
        .map(BackDated.Late::id)
        .collect(Collectors.toSet());
  }

  /** The transactions as they were before some were back-dated: not there, or on another day. */
  private static Collection<LedgerTransaction> asBefore(
      Run run, Piece piece, List<LedgerTransaction> transactions) {
    List<LedgerTransaction> before =
        new ArrayList<>(
            transactions.stream().filter(each -> !run.late().containsKey(each.id())).toList());
    List<String> moved =
        run.late().values().stream()
            .filter(each -> each.propertyId().equals(piece.property()) && piece.has(each.wasOn()))
            .map(BackDated.Late::id)
            .toList();
    found(piece.ledgers(), moved).stream()
        .map(each -> run.late().get(each.id()).before(each))
        .forEach(before::add);
    return before;
  }
}
