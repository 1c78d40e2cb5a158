package dev.camelentrata.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.model.BankDeposit;
import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.model.LedgerTransactionType;
import dev.camelentrata.model.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerJsonTest {

  private static final String PAYMENT =
      """
      {"id":"7","propertyId":"1001","leaseId":"9","type":"payment","chargeCodeId":"cc-1",
       "postedOn":"2026-11-03","postMonth":"2026-12","amount":{"amount":"-900.50","currency":"USD"},
       "balance":{"amount":"-100.00","currency":"USD"},"reversalOf":null,"reversedBy":"8",
       "temporary":false,
       "allocations":[{"transactionId":"3","amount":{"amount":"800.50","currency":"USD"}}]}""";

  private static final String DEPOSIT =
      """
      {"id":"5","propertyId":"1001","bankAccount":"4821","status":"deposited",
       "depositedOn":"2026-11-04","amount":{"amount":"900.00","currency":"USD"},
       "transactionIds":["7"]}""";

  private final LedgerJson json = new LedgerJson(Map.of("cc-1", "payment"));

  @Test
  void readsATransactionWithTheCodeOfItsChargeCode() {
    LedgerTransaction read = transaction(PAYMENT);

    assertThat(read.type()).isEqualTo(LedgerTransactionType.PAYMENT);
    assertThat(read.chargeCode()).isEqualTo("payment");
    assertThat(read.postedOn()).isEqualTo(LocalDate.parse("2026-11-03"));
    assertThat(read.postMonth()).isEqualTo(YearMonth.of(2026, 12));
    assertThat(read.amount()).isEqualTo(Money.of("-900.50", "USD"));
    assertThat(read.balance()).isEqualTo(Money.of("-100.00", "USD"));
    assertThat(read.reversalOf()).isNull();
    assertThat(read.reversedBy()).isEqualTo("8");
    assertThat(read.allocations()).hasSize(1);
  }

  @Test
  void keepsEveryCentOfAnAmountThatIsANumber() {
    String number = PAYMENT.replace("\"-900.50\"", "-90071992547409.93").replace("-100.00", "0.00");

    assertThat(transaction(number).amount()).isEqualTo(Money.of("-90071992547409.93", "USD"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"postedOn\":\"2026-11-03\"|\"postedOn\":null|tells no post date or no post month",
        "\"postMonth\":\"2026-12\"|\"postMonth\":\"12/2026\"|tells no post date or no post month",
        "\"type\":\"payment\"|\"type\":\"gift\"|is of no known type",
        "cc-1|cc-9|has charge code cc-9, which the mirror does not have; sync charge-codes",
        "{\"amount\":\"-900.50\",\"currency\":\"USD\"}|null|tells no amount",
        "-900.50|-900.505|has a wrong amount",
        "800.50|1800.50|pays more than its amount",
        "\"800.50\"|\"0.00\"|an allocation is above zero"
      })
  void saysWhatIsWrongWithATransactionThatTheBooksCannotUse(
      String whole, String broken, String message) {
    assertThat(PAYMENT).contains(whole);
    assertThatThrownBy(() -> transaction(PAYMENT.replace(whole, broken)))
        .isInstanceOf(NotPostableException.class)
        .hasMessageStartingWith("transaction 7 ")
        .hasMessageContaining(message);
  }

  @Test
  void readsABankDepositUnlessItIsStillOpen() {
    BankDeposit read = LedgerJson.deposit("1001", LedgerJson.tree(DEPOSIT));

    assertThat(read.bankAccount()).isEqualTo("4821");
    assertThat(read.depositedOn()).isEqualTo(LocalDate.parse("2026-11-04"));
    assertThat(read.transactionIds()).containsExactly("7");
    assertThat(
            LedgerJson.depositDay(
                "1001", LedgerJson.tree(DEPOSIT.replace("\"deposited\"", "\"open\""))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"depositedOn,tells no date", "bankAccount,names no bank account"})
  void saysWhatIsWrongWithABankDeposit(String field, String message) {
    String broken = DEPOSIT.replace("\"" + field + "\"", "\"other\"");

    assertThatThrownBy(() -> LedgerJson.deposit("1001", LedgerJson.tree(broken)))
        .isInstanceOf(NotPostableException.class)
        .hasMessageContaining("bank deposit 5 " + message);
  }

  private LedgerTransaction transaction(String text) {
    return json.transaction("1001", LedgerJson.tree(text));
  }
}
