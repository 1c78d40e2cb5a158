package dev.camelentrata.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.model.LedgerTransactionType;
import dev.camelentrata.model.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every ledger, on accrual and on cash basis, daily and one by one. */
class PostingPropertiesTest {

  private static final PostingPlanner ACCRUAL = new PostingPlanner(Books.accrual());
  private static final PostingPlanner CASH = new PostingPlanner(Books.cash());
  private static final PostingPlanner EACH_ALONE = new PostingPlanner(Books.eachAlone());

  /** How books can be kept. */
  enum Kept {
    ACCRUAL,
    CASH,
    EACH_ALONE;

    PostingPlanner planner() {
      return switch (this) {
        case ACCRUAL -> PostingPropertiesTest.ACCRUAL;
        case CASH -> PostingPropertiesTest.CASH;
        case EACH_ALONE -> PostingPropertiesTest.EACH_ALONE;
      };
    }
  }

  @Property
  void journalsSumToZero(@ForAll Kept kept, @ForAll("ledgers") List<LedgerTransaction> ledger) {
    for (Posting posting : post(kept, ledger, List.of())) {
      assertThat(sum(posting.totals())).isEqualTo(usd(0));
    }
  }

  @Property
  void theOrderOfTheLedgerDoesNotMatter(
      @ForAll Kept kept, @ForAll("ledgers") List<LedgerTransaction> ledger, @ForAll Random random) {
    List<LedgerTransaction> shuffled = new ArrayList<>(ledger);
    Collections.shuffle(shuffled, random);

    assertThat(post(kept, shuffled, List.of())).isEqualTo(post(kept, ledger, List.of()));
  }

  @Property
  void replayPostsNothingMore(
      @ForAll Kept kept, @ForAll("ledgers") List<LedgerTransaction> ledger) {
    List<LedgerTransaction> twice = new ArrayList<>(ledger);
    twice.addAll(ledger);
    List<Posting> posted = post(kept, twice, List.of());

    assertThat(posted).isEqualTo(post(kept, ledger, List.of()));
    assertThat(post(kept, ledger, posted)).isEmpty();
  }

  @Property
  void anyHistoryEndsInTheTotalsOfTheLedger(
      @ForAll Kept kept,
      @ForAll("ledgers") List<LedgerTransaction> before,
      @ForAll("ledgers") List<LedgerTransaction> after,
      @ForAll @IntRange(max = 91) int closed) {
    List<Posting> posted = post(kept, before, List.of());
    Totals old = totals(posted);
    Periods periods = new Periods(LocalDate.of(2026, 8, 31).plusDays(closed));

    List<Posting> changes = kept.planner().ledger(after, posted, periods).postings();

    Totals fresh = totals(post(kept, after, List.of()));
    assertThat(totals(changes).balances()).isEqualTo(fresh.minus(old).balances());
    assertThat(changes).noneMatch(change -> periods.closed(change.date()));
    assertThat(changes)
        .allMatch(change -> change.number() == 1 || change.adjusts() != null)
        .extracting(Posting::reference)
        .doesNotHaveDuplicates();
  }

  @Property
  void anEntryAndItsReversalAreNothing(
      @ForAll Kept kept, @ForAll("ledgers") List<LedgerTransaction> ledger) {
    for (Posting posting : post(kept, ledger, List.of())) {
      Posting reversal = posting.reversal(posting.date());
      assertThat(posting.totals().plus(reversal.totals()).net().isEmpty()).isTrue();
      assertThat(reversal.reference()).isNotEqualTo(posting.reference());
    }
  }

  @Property
  void receivableAndPrepaidAreTheResidentsLedger(
      @ForAll("ledgers") List<LedgerTransaction> ledger) {
    Money owed = usd(0);
    for (LedgerTransaction transaction : ledger) {
      owed = owed.plus(transaction.amount());
    }
    Totals totals = totals(post(Kept.ACCRUAL, ledger, List.of()));

    assertThat(of(totals, "1210").plus(of(totals, "2410"))).isEqualTo(owed);
    assertThat(of(totals, "2410").signum()).isLessThanOrEqualTo(0);
  }

  @Property
  void clearingHoldsWhatWasReceivedOnEitherBasis(
      @ForAll Kept kept, @ForAll("ledgers") List<LedgerTransaction> ledger) {
    Money received = usd(0);
    for (LedgerTransaction transaction : ledger) {
      if (transaction.type() == LedgerTransactionType.PAYMENT) {
        received = received.minus(transaction.amount());
      }
    }
    assertThat(of(totals(post(kept, ledger, List.of())), "1090")).isEqualTo(received);
  }

  @Property
  void splittingAChargeChangesNoTotal(
      @ForAll @IntRange(min = 2, max = 500_000) int cents,
      @ForAll("parts") List<BigDecimal> parts) {
    List<LedgerTransaction> split = new ArrayList<>();
    for (Money part : usd(cents).spread(parts)) {
      if (part.signum() > 0) {
        split.add(
            Books.charge("s" + split.size(), "base-rent", part.amount().toPlainString()).made());
      }
    }
    LedgerTransaction whole = Books.charge("w", "base-rent", usd(cents).amount().toString()).made();

    assertThat(totals(post(Kept.ACCRUAL, split, List.of())))
        .isEqualTo(totals(post(Kept.ACCRUAL, List.of(whole), List.of())));
  }

  @Property
  void referencesAreStableAndFitWhereTheyGo(
      @ForAll Kept kept, @ForAll("ledgers") List<LedgerTransaction> ledger) {
    List<Posting> postings = post(kept, ledger, List.of());
    for (Posting posting : postings) {
      List<PostingLine> reordered = new ArrayList<>(posting.lines());
      Collections.reverse(reordered);
      PostingReference reference = posting.reference();
      Posting same =
          new Posting(
              posting.company(),
              posting.journal(),
              posting.number(),
              posting.date(),
              posting.adjusts(),
              reordered,
              posting.transactionIds());
      assertThat(same.reference()).isEqualTo(reference);
      assertThat(reference.docNumber()).hasSizeLessThanOrEqualTo(21).matches("[A-Z0-9-]+");
      assertThat(reference.batchRequestId()).hasSizeLessThanOrEqualTo(36);
      assertThat(reference.requestId()).hasSizeLessThanOrEqualTo(50);
      assertThat(reference.idempotencyKey()).hasSizeLessThanOrEqualTo(128);
    }
    assertThat(postings).extracting(p -> p.reference().docNumber()).doesNotHaveDuplicates();
  }

  @Provide
  Arbitrary<List<LedgerTransaction>> ledgers() {
    return LedgerArbitrary.ledgers();
  }

  @Provide
  Arbitrary<List<BigDecimal>> parts() {
    return Arbitraries.integers()
        .between(1, 31)
        .map(BigDecimal::valueOf)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  private static List<Posting> post(
      Kept kept, List<LedgerTransaction> ledger, List<Posting> posted) {
    PostingPlan plan = kept.planner().ledger(ledger, posted, Periods.OPEN);
    assertThat(plan.stopped()).isEmpty();
    return plan.postings();
  }

  private static Totals totals(List<Posting> postings) {
    return postings.stream().map(Posting::totals).reduce(Totals.none("USD"), Totals::plus);
  }

  private static Money sum(Totals totals) {
    return totals.balances().values().stream().reduce(usd(0), Money::plus);
  }

  private static Money of(Totals totals, String account) {
    Money sum = usd(0);
    for (var balance : totals.balances().entrySet()) {
      sum = balance.getKey().account().equals(account) ? sum.plus(balance.getValue()) : sum;
    }
    return sum;
  }

  private static Money usd(long cents) {
    return new Money(BigDecimal.valueOf(cents, 2), "USD");
  }
}
