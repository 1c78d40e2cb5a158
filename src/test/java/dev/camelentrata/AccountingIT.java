package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two months of a portal's ledgers in QuickBooks and Xero, by the whole application. With {@code
 * -Daccounting.properties=12 -Daccounting.units=200} it is more than 15,000 transactions.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountingIT {

  private static final int PROPERTIES = Integer.getInteger("accounting.properties", 3);
  private static final int UNITS = Integer.getInteger("accounting.units", 20);

  @TempDir static Path dataDir;

  private static AccountingHouse house;
  private static RunningApplication application;
  private static String token;

  @BeforeAll
  static void connectBoth() throws Exception {
    house = new AccountingHouse(PROPERTIES, UNITS);
    application = RunningApplication.start(dataDir, house.options(Map.of()));
    token = AccountingHouse.token(application);
    AccountingHouse.awaitMirror(application, token);
    for (String system : AccountingHouse.SYSTEMS) {
      house.connect(application, token, system);
    }
  }

  @AfterAll
  static void stop() {
    if (application != null) {
      application.close();
    }
    if (house != null) {
      house.close();
    }
  }

  @Test
  @Order(1)
  void postsTheLedgersToBothToTheCent() {
    long start = System.nanoTime();
    house.awaitPosted(application, token);
    long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();

    List<JsonNode> ledger = house.records("ledger-transactions");
    AccountingHouse.SortedBalances expected = LedgerTotals.of(house);
    assertThat(expected.total()).isZero();
    for (String system : AccountingHouse.SYSTEMS) {
      AccountingHouse.SortedBalances books = house.trialBalance(system);
      System.out.printf(
          "%s: %d transactions, %d entries, %d s, %s, %s%n",
          system,
          ledger.size(),
          house.entries(system).size(),
          seconds,
          books.shown(),
          house.counters(system));
      assertThat(books.shown()).isEqualTo(expected.shown());
      assertThat(books.of("1210").add(books.of("2410")))
          .isEqualByComparingTo(LedgerTotals.owed(ledger));
      assertThat(books.total()).isZero();
      assertThat(house.counters(system).path("refusedByLimits").asInt()).isZero();
      assertThat(house.references(system)).doesNotContainValue(2L);
    }
    JsonNode run = house.reconcile(application, token);
    assertThat(run.path("state").asText()).as(run.toPrettyString()).isEqualTo("matched");
    assertThat(run.path("steps")).hasSize(5);
    for (JsonNode step : run.path("steps")) {
      assertThat(step.path("state").asText()).isEqualTo("done");
      assertThat(step.path("expected")).isEqualTo(step.path("found"));
      assertThat(step.at("/expected/count").asInt()).isPositive();
    }
    assertThat(run.at("/steps/0/expected/count").asInt()).isEqualTo(ledger.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickbooks", "xero"})
  @Order(2)
  void namesExactlyWhatWasTamperedWithAndSendsTheMissingOneAgain(String system) {
    List<JsonNode> journals = new ArrayList<>();
    for (JsonNode each : house.entries(system)) {
      if (each.path("kind").asText().matches("JournalEntry|ManualJournals?")) {
        journals.add(each);
      }
    }
    JsonNode deleted = journals.get(2);
    JsonNode doubled = journals.get(journals.size() / 2);
    JsonNode altered = journals.get(journals.size() - 3);
    tamper(system, "DELETE", deleted, "");
    tamper(system, "POST", doubled, "/double");
    tamper(system, "POST", altered, "/alter");
    String late = house.charge(house.first.plusDays(4), "45.00");
    house.readLedgers(application, token);
    house.awaitPosted(application, token);

    JsonNode run = house.reconcile(application, token);

    List<JsonNode> open = house.open(application, token, run);
    open.forEach(each -> System.out.println(shown(each) + ": " + each.path("detail").asText()));
    assertThat(run.path("state").asText()).as(run.toPrettyString()).isEqualTo("variances");
    assertThat(open)
        .extracting(AccountingIT::shown)
        .containsExactlyInAnyOrder(
            "postings-system missing " + number(deleted),
            "postings-system duplicate " + number(doubled),
            "postings-system amount " + number(altered),
            "mirror-postings date " + late);

    mend(system, doubled, altered);
    for (JsonNode each : open) {
      switch (each.path("kind").asText()) {
        case "missing" -> assertThat(call("POST", each, "/repair", null)).isEqualTo(202);
        case "date" ->
            assertThat(
                    call(
                        "PATCH",
                        each,
                        "",
                        "{\"state\": \"explained\", \"explanation\": \"a key was found late\"}"))
                .isEqualTo(200);
        default -> assertThat(call("POST", each, "/repair", null)).isEqualTo(409);
      }
    }
    house.awaitPosted(application, token);
    JsonNode again = house.reconcile(application, token);
    assertThat(again.path("state").asText()).as(again.toPrettyString()).isEqualTo("matched");
    assertThat(again.at("/variances/resolved").asInt()).isEqualTo(3);
    assertThat(house.references(system)).containsEntry(number(deleted), 1L).doesNotContainValue(2L);
    assertThat(house.trialBalance(system).shown()).isEqualTo(LedgerTotals.of(house).shown());
  }

  private static void tamper(String system, String method, JsonNode entry, String how) {
    house.books(method, system, "/entries/" + entry.path("id").asText() + how, "{}");
  }

  /** What a bookkeeper does about it: the double goes, the cent comes back. */
  private static void mend(String system, JsonNode doubled, JsonNode altered) {
    for (JsonNode each : house.entries(system)) {
      if (number(each).equals(number(doubled)) && !each.path("id").equals(doubled.path("id"))) {
        tamper(system, "DELETE", each, "");
      }
    }
    house.books(
        "POST", system, "/entries/" + altered.path("id").asText() + "/alter", "{\"cents\": -1}");
  }

  private static int call(String method, JsonNode variance, String path, String body) {
    return application
        .api(method, "/variances/" + variance.path("id").asText() + path, token, body)
        .status();
  }

  private static String number(JsonNode entry) {
    return AccountingHouse.number(entry);
  }

  private static String shown(JsonNode variance) {
    String about =
        variance.hasNonNull("docNumber")
            ? variance.path("docNumber").asText()
            : variance.at("/transactionIds/0").asText();
    return variance.path("step").asText() + " " + variance.path("kind").asText() + " " + about;
  }
}
