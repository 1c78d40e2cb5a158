package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.accounting.ChargeCodesFile;
import dev.camelentrata.accounting.CompanyBooks;
import dev.camelentrata.accounting.JournalKey;
import dev.camelentrata.accounting.Periods;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingPlan;
import dev.camelentrata.accounting.PostingPlanner;
import dev.camelentrata.model.BankDeposit;
import dev.camelentrata.model.LedgerTransaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the mirror's ledgers would be in the books against what is posted: plans as if nothing were
 * closed, and what the plan would still post is what differs. Property by property, as many days at
 * a time as fit.
 */
final class MirrorPostings implements Comparison {

  private static final long MOST = 20_000;

  private final MirrorLedger ledger;
  private final MirrorDeposits deposits;
  private final JournalRows journal;
  private final BackDated backDated;
  private final ChargeCodesFile books;

  MirrorPostings(CompanyRows rows, ChargeCodesFile books) {
    this.ledger = new MirrorLedger(rows);
    this.deposits = new MirrorDeposits(rows);
    this.journal = new JournalRows(rows);
    this.backDated = new BackDated(rows);
    this.books = books;
  }

  @Override
  public void compare(Scope scope, Tally tally) {
    CompanyBooks company = books.current().of(scope.company());
    Run run =
        new Run(
            scope,
            tally,
            new PostingPlanner(company),
            ledger.codes(scope.company()),
            backDated.find(scope));
    Set<String> unposted = new HashSet<>();
    for (String property : scope.propertyIds()) {
      long count = ledger.count(scope.company(), property, scope.first(), scope.last());
      DayChunks.each(
          scope.first(),
          scope.last(),
          count,
          MOST,
          (first, last) -> unposted.addAll(compare(run, property, first, last)));
    }
    run.late().values().forEach(late -> tally.find(JournalFindings.backDated(late, unposted)));
  }

  /** What stays the same in one reconciliation. */
  private record Run(
      Scope scope,
      Tally tally,
      PostingPlanner planner,
      Map<String, String> codes,
      Map<String, BackDated.Late> late) {}

  /** Gives the back-dated transactions that are not posted yet. */
  private Set<String> compare(Run run, String property, LocalDate first, LocalDate last) {
    String company = run.scope().company();
    MirrorLedger.Ledger read = ledger.read(company, property, first, last, run.codes());
    List<BankDeposit> banked = deposits.posted(company, property, first, last);
    List<Posting> posted = journal.ofDays(company, property, first, last);
    Piece piece = new Piece(property, first, last, posted);
    PostingPlan plan = plan(run, piece, read.transactions());
    Set<String> explained = new HashSet<>();
    Set<String> unposted = new HashSet<>();
    if (!plan.postings().isEmpty()) {
      Set<String> late = lateHere(run, piece);
      if (!late.isEmpty()) {
        Set<String> without =
            plan(run, piece, asBefore(run, piece, read.transactions())).postings().stream()
                .map(each -> each.journal().text())
                .collect(Collectors.toSet());
        for (Posting each : plan.postings()) {
          if (!without.contains(each.journal().text())) {
            explained.add(each.journal().text());
            unposted.addAll(each.transactionIds());
          }
        }
        unposted.retainAll(late);
      }
    }
    PostingPlan bank = run.planner().bank(banked, posted, Periods.OPEN);
    List<Posting> open = new ArrayList<>(plan.postings());
    open.addAll(bank.postings());
    JournalFindings findings = new JournalFindings(piece.posted(), run.tally());
    open.stream()
        .filter(each -> !explained.contains(each.journal().text()))
        .forEach(findings::differs);
    findings.agree(property, open);
    plan.stopped().stream().filter(each -> piece.has(each.journal())).forEach(findings::stopped);
    bank.stopped().forEach(findings::stopped);
    read.faults().forEach((id, fault) -> findings.unbookable(property, id, fault));
    run.tally().looked(read.transactions().size() + banked.size());
    return unposted;
  }

  /** Some days of a property, and what is posted for them. */
  private record Piece(String property, LocalDate first, LocalDate last, List<Posting> posted) {

    boolean has(JournalKey journal) {
      return journal.propertyId().equals(property) && has(journal.postedOn());
    }

    boolean has(LocalDate day) {
      return day != null && !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /** The plan for the piece's journals; what its payments pay elsewhere is looked up. */
  private PostingPlan plan(Run run, Piece piece, Collection<LedgerTransaction> transactions) {
    Set<String> here = new HashSet<>();
    transactions.forEach(each -> here.add(each.id()));
    Set<String> paid = new HashSet<>();
    transactions.forEach(
        each -> each.allocations().forEach(part -> paid.add(part.transactionId())));
    paid.removeAll(here);
    List<LedgerTransaction> all = new ArrayList<>(transactions);
    if (!paid.isEmpty()) {
      all.addAll(ledger.find(run.scope().company(), paid, run.codes()).transactions());
    }
    PostingPlan plan = run.planner().ledger(all, piece.posted(), Periods.OPEN);
    return new PostingPlan(
        plan.postings().stream().filter(each -> piece.has(each.journal())).toList(),
        plan.stopped());
  }

  private static Set<String> lateHere(Run run, Piece piece) {
    return run.late().values().stream()
        .filter(each -> each.propertyId().equals(piece.property()))
        .filter(each -> piece.has(each.day()) || piece.has(each.wasOn()))
        .map(BackDated.Late::id)
        .collect(Collectors.toSet());
  }

  /** The transactions as they were before some were back-dated: not there, or on another day. */
  private Collection<LedgerTransaction> asBefore(
      Run run, Piece piece, List<LedgerTransaction> transactions) {
    List<LedgerTransaction> before =
        new ArrayList<>(
            transactions.stream().filter(each -> !run.late().containsKey(each.id())).toList());
    List<String> moved =
        run.late().values().stream()
            .filter(each -> each.propertyId().equals(piece.property()) && piece.has(each.wasOn()))
            .map(BackDated.Late::id)
            .toList();
    if (!moved.isEmpty()) {
      ledger.find(run.scope().company(), moved, run.codes()).transactions().stream()
          .map(each -> run.late().get(each.id()).before(each))
          .forEach(before::add);
    }
    return before;
  }
}
