package dev.camelentrata.accounting;

import dev.camelentrata.model.BankDeposit;
import dev.camelentrata.model.LedgerTransaction;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Compares what the books should hold with what was posted, and makes the entries that are missing.
 * What was posted is never edited: the first entry of a journal is whole, every later one is the
 * reversal of the entries before it and the new entry in one, which is their difference. Immutable.
 */
public final class PostingPlanner {

  private static final String BANK = "bank-deposit/";

  private final CompanyBooks books;
  private final EntryRules rules;
  private final Accounts accounts;
  private final SalesRules sales;

  public PostingPlanner(CompanyBooks books) {
    this.books = books;
    this.rules = EntryRules.of(books);
    this.accounts = new Accounts(books);
    this.sales = new SalesRules(books);
  }

  /**
   * The entries for ledger transactions.
   *
   * @param transactions all of the journals that are looked at, in any order
   * @param paid what they pay beside; makes no entries
   * @param posted all entries of these journals, failed and uncertain ones included, those of bank
   *     deposits are passed over; a journal that has no transactions any more is taken back
   */
  public PostingPlan ledger(
      Collection<LedgerTransaction> transactions,
      Collection<LedgerTransaction> paid,
      Collection<Posting> posted,
      Periods periods) {
    Ledger own = new Ledger(transactions);
    Ledger ledger = own.with(paid);
    Plan plan = new Plan(posted.stream().filter(each -> !ofBank(each.journal())).toList());
    for (LedgerTransaction transaction : own.all()) {
      if (!transaction.temporary()) {
        plan.add(
            journal(transaction),
            transaction.id(),
            () -> rules.entry(transaction, ledger),
            totals -> sales.document(transaction, totals, ledger));
      }
    }
    return plan.make(periods);
  }

  public PostingPlan ledger(
      Collection<LedgerTransaction> transactions, Collection<Posting> posted, Periods periods) {
    return ledger(transactions, List.of(), posted, periods);
  }

  /**
   * The entries for what was brought to the bank, which goes from receipts clearing to the bank.
   *
   * @param posted as for {@link #ledger}; those of ledger transactions are passed over
   */
  public PostingPlan bank(
      Collection<BankDeposit> deposits, Collection<Posting> posted, Periods periods) {
    Plan plan = new Plan(posted.stream().filter(each -> ofBank(each.journal())).toList());
    for (BankDeposit deposit : deposits) {
      String property = deposit.propertyId();
      JournalKey journal =
          new JournalKey(
              property,
              YearMonth.from(deposit.depositedOn()),
              deposit.depositedOn(),
              BANK + deposit.id());
      plan.add(
          journal,
          deposit.id(),
          () ->
              Totals.none(books.currency())
                  .and(
                      accounts.bank(property, deposit.bankAccount()),
                      accounts.clearing(property),
                      deposit.amount()),
          totals -> null);
    }
    return plan.make(periods);
  }

  /** Whether a payment's entry, or what it is sent as, depends on what it pays. */
  public boolean looksAtWhatIsPaid() {
    return books.basis() == Basis.CASH || books.documents() == DocumentStyle.INVOICE;
  }

  private JournalKey journal(LedgerTransaction transaction) {
    return new JournalKey(
        transaction.propertyId(),
        transaction.postMonth(),
        transaction.postedOn(),
        accounts.alone(transaction) ? "transaction/" + transaction.id() : "");
  }

  public static boolean ofBank(JournalKey journal) {
    return journal.subject().startsWith(BANK);
  }

  /** Makes the entry of a transaction. */
  private interface Entry {
    Totals make();
  }

  /** Journals with what they should hold and what was posted. */
  private final class Plan {

    private final SortedMap<JournalKey, List<Posting>> posted = new TreeMap<>();
    private final SortedMap<JournalKey, Wanted> wanted = new TreeMap<>();
    private final SortedMap<JournalKey, SortedSet<String>> reasons = new TreeMap<>();

    Plan(Collection<Posting> postings) {
      postings.stream()
          .sorted(Comparator.comparingInt(Posting::number))
          .forEach(
              each -> posted.computeIfAbsent(each.journal(), key -> new ArrayList<>()).add(each));
    }

    void add(JournalKey journal, String id, Entry entry, Function<Totals, SalesDocument> sentAs) {
      try {
        Totals totals = entry.make();
        if (!totals.isEmpty()) {
          wanted.merge(journal, new Wanted(totals, List.of(id), sentAs.apply(totals)), Plan::both);
        }
      } catch (NotPostableException e) {
        reasons.computeIfAbsent(journal, key -> new TreeSet<>()).add(e.getMessage());
      }
    }

    private static Wanted both(Wanted one, Wanted other) {
      List<String> ids = new ArrayList<>(one.transactionIds());
      ids.addAll(other.transactionIds());
      return new Wanted(one.totals().plus(other.totals()), ids, null);
    }

    PostingPlan make(Periods periods) {
      SortedSet<JournalKey> journals = new TreeSet<>(wanted.keySet());
      journals.addAll(posted.keySet());
      journals.removeAll(reasons.keySet());
      List<Posting> postings = new ArrayList<>();
      for (JournalKey journal : journals) {
        Wanted wants = wanted.getOrDefault(journal, Wanted.nothing(books.currency()));
        post(journal, wants, posted.getOrDefault(journal, List.of()), periods, postings);
      }
      List<StoppedPosting> stopped = new ArrayList<>();
      reasons.forEach((journal, why) -> stopped.add(StoppedPosting.of(journal, List.copyOf(why))));
      return new PostingPlan(postings, stopped);
    }

    private void post(
        JournalKey journal,
        Wanted wants,
        List<Posting> before,
        Periods periods,
        List<Posting> postings) {
      Totals change = wants.totals();
      PostingReference adjusts = null;
      for (Posting each : before) {
        change = change.minus(each.totals());
        adjusts = each.reference();
      }
      if (!before.isEmpty()) {
        change = change.net();
      }
      if (!change.isEmpty()) {
        postings.add(
            new Posting(
                books.company(),
                journal,
                before.size() + 1,
                periods.open(journal.day()),
                adjusts,
                change.lines(),
                wants.transactionIds(),
                before.isEmpty() ? wants.document() : null));
      }
    }
  }
}
