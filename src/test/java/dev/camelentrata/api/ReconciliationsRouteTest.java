package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.reconcile.ReconciliationOrder;
import dev.camelentrata.accounting.reconcile.VarianceKind;
import dev.camelentrata.api.ApiServer.Answer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reconciliations and variances over HTTP. */
class ReconciliationsRouteTest {

  private static ApiServer api;

  private String token;

  @BeforeAll
  static void start() {
    api = ApiServer.start();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @BeforeEach
  void reset() {
    api.reset();
    token = api.token();
  }

  private Answer begin(String body) {
    return api.send("POST", "/reconciliations", token, body);
  }

  @Test
  void startsOneAndTellsWhereToAsk() {
    Answer day = begin("{\"date\": \"2026-11-27\"}");
    begin(
        "{\"from\": \"2026-11-01\", \"to\": \"2026-11-30\", \"propertyId\": \"1001\","
            + " \"repair\": true}");

    assertThat(day.status()).isEqualTo(202);
    assertThat(day.header("Location")).isEqualTo("/reconciliations/rec_1");
    LocalDate date = LocalDate.parse("2026-11-27");
    assertThat(api.reconciles.orders)
        .containsExactly(
            new ReconciliationOrder(date, date, null, false),
            new ReconciliationOrder(
                LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"), "1001", true));
    assertThat(api.audit.entries).anyMatch(e -> e.action().equals("reconciliation.started"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/date|is needed alone",
        "{\"date\": \"2026-11-27\", \"to\": \"2026-11-28\"}|/date|is needed alone",
        "{\"date\": \"yesterday\"}|/date|must be a date",
        "{\"from\": \"2026-11-27\", \"to\": \"2026-11-26\"}|/from|must not be after to",
        "{\"from\": \"2024-11-27\", \"to\": \"2026-11-26\"}|/to|a year",
        "{\"date\": \"2026-11-27\", \"fix\": true}|/fix|is unknown"
      })
  void refusesWhatItCannotReconcile(String body, String pointer, String detail) {
    Answer answer = begin(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    assertThat(answer.json().at("/errors/0/detail").asText()).contains(detail);
    assertThat(api.reconciles.orders).isEmpty();
  }

  @Test
  void startsNoneOfForeignPropertiesNorTwoAtOnce() {
    assertThat(begin("{\"date\": \"2026-11-27\", \"propertyId\": \"9999\"}").problem())
        .isEqualTo("not-entitled");
    api.reconciles.running = true;
    Answer second = begin("{\"date\": \"2026-11-27\"}");

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.problem()).isEqualTo("reconciliation-running");
    assertThat(second.json().path("reconciliationId").asText()).isEqualTo("rec_1");
  }

  @Test
  void tellsHowOneEnded() {
    JsonNode run = api.get("/reconciliations/rec_1", token).json().path("data");

    assertThat(run.path("state").asText()).isEqualTo("variances");
    assertThat(run.at("/steps/0/expected/amount/amount").asText()).isEqualTo("2700.03");
    assertThat(run.at("/steps/0/properties").findValuesAsText("propertyId"))
        .containsExactly("null", "1001");
    JsonNode listed = api.get("/reconciliations?state=variances", token).json();
    assertThat(listed.at("/data/0/steps/0/properties").isNull()).isTrue();
    assertThat(api.get("/reconciliations/rec_2", token).problem()).isEqualTo("not-found");
  }

  @Test
  void listsVariancesInPages() {
    api.variances.add("1001", VarianceKind.MISSING);
    api.variances.add("1001", VarianceKind.AMOUNT);
    api.variances.add("9999", VarianceKind.AMOUNT);

    Answer first = api.get("/reconciliations/rec_1/variances?limit=1", token);
    String cursor = first.json().path("nextCursor").asText();
    Answer second = api.get("/reconciliations/rec_1/variances?limit=1&cursor=" + cursor, token);

    assertThat(first.json().at("/data/0/id").asText()).isEqualTo("var_2");
    assertThat(second.json().at("/data/0/id").asText()).isEqualTo("var_1");
    assertThat(second.json().path("nextCursor").isNull()).isTrue();
    assertThat(api.get("/variances?kind=missing", token).json().path("data")).hasSize(1);
    assertThat(api.get("/variances/var_3", token).problem()).isEqualTo("not-found");
    assertThat(api.get("/variances?kind=odd", token).status()).isEqualTo(400);
  }

  @Test
  void writesATableThatNoSpreadsheetTakesForFormulas() {
    api.variances.add("1001", VarianceKind.AMOUNT, "a \"quoted\", text\nof two lines", "=1+1");
    api.variances.add("1001", VarianceKind.AMOUNT, "@SUM(A1)", "-cmd");

    Answer answer = api.get("/reconciliations/rec_1/variances.csv", token);

    assertThat(answer.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"variances-rec_1.csv\"");
    List<String> lines = answer.http().body().lines().toList();
    assertThat(lines.get(0)).startsWith("id,step,kind,state,property,day,charge_code,account");
    assertThat(lines.get(1))
        .isEqualTo(
            "var_2,postings-system,amount,open,1001,2026-11-27,'-cmd,4010,acn_1,CE-1,7,"
                + "1,900.01,0,-0.50,USD,'@SUM(A1),,rec_1,rec_1");
    assertThat(lines.get(2)).contains(",'=1+1,").contains("\"a \"\"quoted\"\", text");
    assertThat(lines.get(3)).startsWith("of two lines\",");
  }

  @Test
  void explainsAndOpensAgain() {
    api.variances.add("1001", VarianceKind.AMOUNT);

    Answer explained =
        api.send(
            "PATCH",
            "/variances/var_1",
            token,
            "{\"state\": \"explained\", \"explanation\": \"Rounded by the bank\"}");
    Answer opened = api.send("PATCH", "/variances/var_1", token, "{\"state\": \"open\"}");

    assertThat(explained.json().at("/data/explanation").asText()).isEqualTo("Rounded by the bank");
    assertThat(explained.json().at("/data/state").asText()).isEqualTo("explained");
    assertThat(opened.json().at("/data/state").asText()).isEqualTo("open");
    assertThat(api.audit.entries)
        .extracting(e -> e.action())
        .contains("variance.explained", "variance.reopened");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"state\": \"explained\"}|/explanation",
        "{\"state\": \"resolved\"}|/state",
        "{\"state\": \"open\", \"explanation\": \"x\"}|/explanation",
        "{\"explanation\": \"x\"}|/state"
      })
  void refusesHalfAnExplanation(String body, String pointer) {
    api.variances.add("1001", VarianceKind.AMOUNT);

    Answer answer = api.send("PATCH", "/variances/var_1", token, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
  }

  @Test
  void tellsThatThereIsNothingLeftToExplain() {
    api.variances.add("1001", VarianceKind.EXTRA);

    Answer answer =
        api.send(
            "PATCH",
            "/variances/var_1",
            token,
            "{\"state\": \"explained\", \"explanation\": \"x\"}");

    assertThat(answer.problem()).isEqualTo("variance-resolved");
  }

  @Test
  void repairsWhatIsSafeAndSaysWhatToDoAboutTheRest() {
    api.variances.add("1001", VarianceKind.MISSING);
    api.variances.add("1001", VarianceKind.DUPLICATE);

    Answer repaired = api.send("POST", "/variances/var_1/repair", token, null);
    Answer refused = api.send("POST", "/variances/var_2/repair", token, null);

    assertThat(repaired.status()).isEqualTo(202);
    assertThat(repaired.json().at("/data/repairedIn").asText()).isEqualTo("rec_1");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("not-repairable");
    assertThat(refused.json().path("detail").asText()).contains("Correct the entry");
    assertThat(api.audit.entries).anyMatch(e -> e.outcome().equals("not-repairable"));
  }

  @Test
  void needsTheScopesOfTheBooks() {
    String reading = api.token("accounting:read");

    assertThat(api.get("/reconciliations", reading).status()).isEqualTo(200);
    assertThat(
            api.send("POST", "/reconciliations", reading, "{\"date\": \"2026-11-27\"}").problem())
        .isEqualTo("insufficient-scope");
    assertThat(api.get("/variances", api.token("units:read")).problem())
        .isEqualTo("insufficient-scope");
  }
}
