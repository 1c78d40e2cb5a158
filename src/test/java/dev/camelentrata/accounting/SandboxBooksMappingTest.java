package dev.camelentrata.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.model.BankDeposit;
import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.model.LedgerTransaction.Allocation;
import dev.camelentrata.model.LedgerTransactionType;
import dev.camelentrata.model.Money;
import dev.camelentrata.sandbox.SandboxPortal;
import dev.camelentrata.sandbox.SandboxSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The file of charge codes that comes with the project knows all that the sandbox has. */
class SandboxBooksMappingTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T16:00:00Z"), ZoneOffset.UTC);

  private static SandboxPortal portal;

  @BeforeAll
  static void start() {
    portal = SandboxPortal.start(SandboxSettings.defaults().withSize(12, 200), CLOCK);
  }

  @AfterAll
  static void stop() {
    portal.close();
  }

  @Test
  void stopsNothingOfALargeLedger() throws Exception {
    List<LedgerTransaction> ledger = ledger();
    assertThat(ledger).hasSizeGreaterThan(15_000);
    assertThat(ledger).anyMatch(each -> each.reversalOf() != null);
    assertThat(ledger).extracting(LedgerTransaction::type).contains(LedgerTransactionType.values());

    for (CompanyBooks books : List.of(Books.accrual(), Books.cash())) {
      PostingPlan plan = new PostingPlanner(books).ledger(ledger, List.of(), Periods.OPEN);

      assertThat(plan.stopped()).isEmpty();
      assertThat(plan.postings()).isNotEmpty();
    }
  }

  @Test
  void knowsEveryBankAccount() throws Exception {
    List<BankDeposit> deposits = new ArrayList<>();
    for (JsonNode each : records("bank-deposits")) {
      deposits.add(deposit(each));
    }

    PostingPlan plan = new PostingPlanner(Books.accrual()).bank(deposits, List.of(), Periods.OPEN);

    assertThat(deposits).extracting(BankDeposit::bankAccount).contains("4821", "4822", "4823");
    assertThat(plan.stopped()).isEmpty();
    assertThat(plan.postings()).hasSameSizeAs(deposits);
  }

  @Test
  void hasAnAccountForEveryChargeCodeButPayments() throws Exception {
    for (JsonNode code : records("charge-codes")) {
      if (!code.path("type").asText().equals("Payment")) {
        assertThat(Books.accrual().rule("1001", slug(code.path("name").asText())))
            .as(code.path("name").asText())
            .isPresent();
      }
    }
  }

  private static List<LedgerTransaction> ledger() throws Exception {
    Map<String, String> codes = new HashMap<>();
    records("charge-codes")
        .forEach(code -> codes.put(code.path("id").asText(), slug(code.path("name").asText())));
    List<LedgerTransaction> ledger = new ArrayList<>();
    for (JsonNode each : records("ledger-transactions")) {
      List<Allocation> allocations = new ArrayList<>();
      for (JsonNode paid : each.path("allocations")) {
        allocations.add(
            new Allocation(paid.path("transactionId").asText(), money(paid.path("amount"))));
      }
      ledger.add(
          new LedgerTransaction(
              each.path("id").asText(),
              each.path("propertyId").asText(),
              LedgerTransactionType.valueOf(
                  each.path("type").asText().toUpperCase(Locale.ROOT).replace('-', '_')),
              codes.get(each.path("chargeCodeId").asText()),
              LocalDate.parse(each.path("postedOn").asText()),
              YearMonth.parse(each.path("postMonth").asText()),
              money(each.path("amount")),
              money(each.path("balance")),
              each.path("reversalOf").textValue(),
              each.path("reversedBy").textValue(),
              each.path("temporary").asBoolean(),
              allocations));
    }
    return ledger;
  }

  private static BankDeposit deposit(JsonNode each) {
    List<String> ids = new ArrayList<>();
    each.path("transactionIds").forEach(id -> ids.add(id.asText()));
    return new BankDeposit(
        each.path("id").asText(),
        each.path("propertyId").asText(),
        each.path("bankAccount").asText(),
        LocalDate.parse(each.path("depositedOn").asText()),
        money(each.path("amount")),
        ids);
  }

  private static Money money(JsonNode amount) {
    return Money.of(new BigDecimal(amount.asText()).setScale(2).toPlainString(), "USD");
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static JsonNode records(String kind) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(
                HttpRequest.newBuilder(URI.create(portal.baseUri() + "/__sandbox/records/" + kind))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    return JSON.readTree(answer.body());
  }
}
