package dev.camelentrata.accounting;

import static dev.camelentrata.accounting.Books.charge;
import static dev.camelentrata.accounting.Books.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.model.BankDeposit;
import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.model.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostingPlannerTest {

  private static final Periods OCTOBER_CLOSED = new Periods(LocalDate.of(2026, 10, 31));

  private final PostingPlanner planner = new PostingPlanner(Books.accrual());

  @Test
  void makesOneEntryOfEachDayOfAProperty() {
    List<Posting> postings =
        plan(
            List.of(
                charge("1", "base-rent", "900.00").made(),
                charge("2", "base-rent", "800.00").made(),
                charge("3", "base-rent", "700.00").on("2026-11-04").made(),
                charge("4", "base-rent", "600.00").at("1002").made(),
                charge("5", "base-rent", "1.00").temporary().made()),
            List.of());

    assertThat(postings)
        .extracting(each -> each.journal().text())
        .containsExactly(
            "1001/2026-11/2026-11-03", "1001/2026-11/2026-11-04", "1002/2026-11/2026-11-03");
    assertThat(Books.balances(postings.get(0).totals()))
        .containsExactly("1210 +1700.00", "4010 -1700.00");
    assertThat(postings.get(0).transactionIds()).containsExactly("1", "2");
  }

  @Test
  void makesOneEntryOfEachTransactionWhereTheBooksWantIt() {
    List<Posting> postings =
        new PostingPlanner(Books.eachAlone())
            .ledger(
                List.of(
                    charge("1", "base-rent", "900.00").made(),
                    charge("2", "base-rent", "800.00").made()),
                List.of(),
                Periods.OPEN)
            .postings();

    assertThat(postings)
        .extracting(each -> each.journal().subject())
        .containsExactly("transaction/1", "transaction/2");
  }

  @Test
  void postsNothingTwice() {
    List<LedgerTransaction> rent = List.of(charge("1", "base-rent", "900.00").made());

    assertThat(plan(rent, plan(rent, List.of()))).isEmpty();
  }

  @Test
  void postsTheDifferenceWhenATransactionChanges() {
    Posting first = plan(List.of(charge("1", "base-rent", "900.00").made()), List.of()).get(0);

    Posting change =
        plan(List.of(charge("1", "base-rent", "910.00").made()), List.of(first)).get(0);

    assertThat(Books.balances(change.totals())).containsExactly("1210 +10.00", "4010 -10.00");
    assertThat(change.number()).isEqualTo(2);
    assertThat(change.adjusts()).isEqualTo(first.reference());
  }

  @Test
  void givesTheSameChangeMadeAgainAReferenceOfItsOwn() {
    List<Posting> posted = new ArrayList<>();
    for (String amount : List.of("900.00", "910.00", "900.00", "910.00")) {
      posted.addAll(plan(List.of(charge("1", "base-rent", amount).made()), posted));
    }

    assertThat(posted).extracting(Posting::reference).doesNotHaveDuplicates().hasSize(4);
    assertThat(Books.balances(posted.get(3).totals()))
        .isEqualTo(Books.balances(posted.get(1).totals()));
  }

  @Test
  void takesBackWhatIsGoneFromTheLedger() {
    Posting first = plan(List.of(charge("1", "base-rent", "900.00").made()), List.of()).get(0);

    Posting back = plan(List.of(), List.of(first)).get(0);

    assertThat(back.totals()).isEqualTo(first.reversal(first.date()).totals());
    assertThat(back.adjusts()).isEqualTo(first.reference());
  }

  @Test
  void postsLateTransactionsOnTheFirstOpenDayAndSaysWhereTheyBelong() {
    LedgerTransaction october = charge("1", "base-rent", "900.00").on("2026-10-05").made();
    Posting first = plan(List.of(october), List.of()).get(0);
    LedgerTransaction late = charge("2", "late-fee", "50.00").on("2026-10-05").made();

    Posting adjustment =
        planner.ledger(List.of(october, late), List.of(first), OCTOBER_CLOSED).postings().get(0);

    assertThat(adjustment.date()).isEqualTo("2026-11-01");
    assertThat(adjustment.adjusts()).isEqualTo(first.reference());
    assertThat(Books.balances(adjustment.totals())).containsExactly("1210 +50.00", "4300 -50.00");
    assertThat(adjustment.note())
        .isEqualTo(
            "Property 1001, posted 2026-10-05; adjusts "
                + first.reference().docNumber()
                + "; belongs to 2026-10-05");
  }

  @Test
  void goesByThePostMonthAndNotByThePostDate() {
    LedgerTransaction early =
        charge("1", "base-rent", "900.00").on("2026-10-28").in("2026-11").made();
    LedgerTransaction late =
        charge("2", "base-rent", "900.00").on("2026-11-02").in("2026-10").made();

    assertThat(plan(List.of(early, late), List.of()))
        .extracting(Posting::date)
        .containsExactly(LocalDate.of(2026, 10, 31), LocalDate.of(2026, 11, 1));
    assertThat(planner.ledger(List.of(early), List.of(), OCTOBER_CLOSED).postings().get(0).date())
        .isEqualTo("2026-11-01");
  }

  @Test
  void aCodeWithoutAnAccountStopsItsEntryAndNoOther() {
    PostingPlan plan =
        planner.ledger(
            List.of(
                charge("1", "base-rent", "900.00").made(),
                charge("2", "storage-locker", "20.00").made(),
                charge("3", "base-rent", "800.00").at("1002").made()),
            List.of(),
            Periods.OPEN);

    assertThat(plan.postings())
        .extracting(each -> each.journal().propertyId())
        .containsExactly("1002");
    assertThat(plan.stopped()).hasSize(1);
    assertThat(plan.stopped().get(0).reasons())
        .containsExactly(
            "charge code 'storage-locker' of property 1001 has no account; add to charge-codes.yaml"
                + " under companies.sandbox.codes the line  storage-locker: { account: \"...\" }");
  }

  @Test
  void bringsReceiptsToTheBank() {
    BankDeposit deposit = deposit("4821");
    Posting posting = planner.bank(List.of(deposit), List.of(), Periods.OPEN).postings().get(0);

    assertThat(Books.balances(posting.totals())).containsExactly("1010 +900.00", "1090 -900.00");
    assertThat(plan(List.of(), List.of(posting))).isEmpty();
    assertThat(planner.bank(List.of(deposit), List.of(posting), Periods.OPEN).postings()).isEmpty();
    assertThat(
            planner
                .bank(List.of(deposit("1111")), List.of(), Periods.OPEN)
                .stopped()
                .get(0)
                .reasons())
        .first()
        .asString()
        .contains("bank account 1111 has no account", "companies.sandbox.banks");
  }

  @Test
  void anUnbalancedEntryCannotBeMade() {
    Posting posting = plan(List.of(payment("1", "-900.00").made()), List.of()).get(0);
    List<PostingLine> lines = new ArrayList<>(posting.lines());
    PostingLine last = lines.remove(1);
    lines.add(
        new PostingLine(last.booking(), last.side(), last.amount().plus(Money.of("0.01", "USD"))));

    assertThatThrownBy(
            () ->
                new Posting(
                    "sandbox",
                    posting.journal(),
                    1,
                    posting.date(),
                    null,
                    lines,
                    posting.transactionIds()))
        .isInstanceOf(UnbalancedPostingException.class)
        .hasMessageContaining("out of balance by -0.01");
  }

  private static BankDeposit deposit(String account) {
    return new BankDeposit(
        "9", "1001", account, LocalDate.of(2026, 11, 4), Money.of("900.00", "USD"), List.of("1"));
  }

  private List<Posting> plan(List<LedgerTransaction> transactions, List<Posting> posted) {
    return planner.ledger(transactions, posted, Periods.OPEN).postings();
  }
}
