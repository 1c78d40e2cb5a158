package dev.camelentrata.accounting;

import static dev.camelentrata.accounting.Books.charge;
import static dev.camelentrata.accounting.Books.payment;
import static dev.camelentrata.accounting.Books.tx;
import static dev.camelentrata.model.LedgerTransactionType.CONCESSION;
import static dev.camelentrata.model.LedgerTransactionType.DEPOSIT;
import static dev.camelentrata.model.LedgerTransactionType.REFUND;
import static dev.camelentrata.model.LedgerTransactionType.WRITE_OFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.model.LedgerTransactionType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryRulesTest {

  @ParameterizedTest
  @CsvSource({
    "CHARGE, base-rent, 1545.00, 1210 +1545.00, 4010 -1545.00",
    "CHARGE, late-fee, 50.00, 1210 +50.00, 4300 -50.00",
    "CHARGE, monthly-utility-fee, 12.34, 1210 +12.34, 4210 -12.34",
    "CONCESSION, new-lease-one-time-concession, -200.00, 1210 -200.00, 4090 +200.00",
    "PAYMENT, payment, -900.00, 1090 +900.00, 1210 -900.00",
    "DEPOSIT, security-deposit, 500.00, 1210 +500.00, 2310 -500.00",
    "DEPOSIT, security-deposit, -500.00, 1210 -500.00, 2310 +500.00",
    "REFUND, refund, 120.00, 1210 +120.00, 2320 -120.00",
    "WRITE_OFF, bad-debt, -75.00, 1210 -75.00, 6510 +75.00",
  })
  void accrualBooksEachTypeOnItsAccounts(
      LedgerTransactionType type, String code, String amount, String one, String other) {
    assertThat(accrual(tx("1", type, code, amount).made())).containsExactly(one, other);
  }

  @Test
  void whatIsPaidInAdvanceIsPrepaidRentUntilItIsApplied() {
    assertThat(accrual(payment("1", "-1000.00").open("-100.00").made()))
        .containsExactly("1090 +1000.00", "1210 -900.00", "2410 -100.00");
    assertThat(accrual(payment("1", "-1000.00").open("0.00").made()))
        .containsExactly("1090 +1000.00", "1210 -1000.00");
    assertThat(accrual(payment("1", "-1000.00").pays("7", "650.00").made()))
        .containsExactly("1090 +1000.00", "1210 -650.00", "2410 -350.00");
  }

  @Test
  void aReturnedPaymentIsOwedAgainAndLeavesClearing() {
    assertThat(
            accrual(
                payment("1", "-900.00").reversedBy("2").open("0.00").made(),
                payment("2", "900.00").reverses("1").open("0.00").made()))
        .isEmpty();
    assertThat(accrual(payment("2", "900.00").reverses("1").made()))
        .containsExactly("1090 -900.00", "1210 +900.00");
  }

  @Test
  void cashBooksPaymentsOnWhatTheyPay() {
    assertThat(
            cash(
                charge("1", "base-rent", "1000.00").made(),
                tx("2", DEPOSIT, "security-deposit", "500.00").made(),
                tx("3", CONCESSION, "new-lease-one-time-concession", "-100.00").made(),
                tx("4", WRITE_OFF, "bad-debt", "-10.00").made(),
                payment("5", "-1600.00").pays("1", "900.00").pays("2", "500.00").made()))
        .containsExactly("1090 +1600.00", "2310 -500.00", "2410 -200.00", "4010 -900.00");
  }

  @Test
  void cashTakesADepositThatIsAppliedOutOfTheLiability() {
    assertThat(
            cash(
                charge("1", "base-rent", "300.00").made(),
                tx("2", REFUND, "refund", "200.00").made(),
                tx("3", DEPOSIT, "security-deposit", "-500.00")
                    .pays("1", "300.00")
                    .pays("2", "200.00")
                    .made()))
        .containsExactly("2310 +500.00", "2320 -200.00", "4010 -300.00");
  }

  @Test
  void cashTakesAReturnedPaymentBackCompletely() {
    LedgerTransaction rent = charge("1", "base-rent", "900.00").made();
    assertThat(
            cash(
                rent,
                payment("2", "-900.00").reversedBy("3").made(),
                payment("3", "900.00").reverses("2").made()))
        .isEmpty();
  }

  @Test
  void cashSaysWhichChargeIsMissing() {
    assertThatThrownBy(() -> cash(payment("5", "-10.00").pays("99", "10.00").made()))
        .isInstanceOf(NotPostableException.class)
        .hasMessageContaining("pays 99, which is not in the mirror");
  }

  @Test
  void aDepositIsNeverBookedAsIncome() {
    CompanyBooks books =
        Books.read(
                Books.YAML.replace("{ account: \"2310\", kind: deposit }", "{ account: \"4300\" }"))
            .of("sandbox");
    LedgerTransaction deposit = tx("1", DEPOSIT, "security-deposit", "500.00").made();

    assertThatThrownBy(() -> EntryRules.of(books).entry(deposit, new Ledger(List.of(deposit))))
        .isInstanceOf(NotPostableException.class)
        .hasMessageContaining("needs an account of type liability, but 4300 is of type income");
  }

  @Test
  void refusesForeignCurrencyAndBalancesThatCannotBe() {
    assertThatThrownBy(() -> accrual(payment("1", "-10.00").open("-11.00").made()))
        .hasMessageContaining("read the ledger anew");
    CompanyBooks cad = Books.read(Books.YAML.replace("USD", "CAD")).of("sandbox");
    LedgerTransaction usd = payment("1", "-10.00").made();
    assertThatThrownBy(() -> EntryRules.of(cad).entry(usd, new Ledger(List.of(usd))))
        .hasMessageContaining("is in USD, but the books of sandbox are in CAD");
  }

  private static List<String> accrual(LedgerTransaction... transactions) {
    return booked(Books.accrual(), transactions);
  }

  private static List<String> cash(LedgerTransaction... transactions) {
    return booked(Books.cash(), transactions);
  }

  private static List<String> booked(CompanyBooks books, LedgerTransaction... transactions) {
    Ledger ledger = new Ledger(List.of(transactions));
    EntryRules rules = EntryRules.of(books);
    return Books.balances(
        Stream.of(transactions)
            .map(each -> rules.entry(each, ledger))
            .reduce(Totals.none("USD"), Totals::plus));
  }
}
