package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.RunningApplication.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole application with the sandbox's portal and both of its books, as an operator has it. */
class ReconciliationIT {

  @TempDir Path folder;

  private RunningApplication application;
  private String token;

  /** Days at the sandbox's properties that are over. */
  private final LocalDate last = LocalDate.now(ZoneId.of("America/Denver")).minusDays(2);

  private final LocalDate first = last.minusDays(40);

  @Test
  void namesWhatSomebodyTamperedWithAndNothingElse() throws Exception {
    try (RunningApplication running =
        RunningApplication.start(
            folder,
            Map.of(
                "entrata.sandbox.properties", "2",
                "entrata.sandbox.units-per-property", "12",
                "entrata.accounting.from", first.toString().substring(0, 7)))) {
      application = running;
      token = running.token("manager@sandbox.test", "manager-pass");
      connect("quickbooks");
      connect("xero");
      await().atMost(Duration.ofSeconds(90)).until(() -> settled(0, 0));
      assertThat(reconcile()).as("a clean month").contains("exit 0");

      String deleted = entries("quickbooks").get(0);
      books("DELETE", "quickbooks", deleted, "");
      String altered = entries("quickbooks").get(1);
      books("POST", "quickbooks", altered, "/alter");
      String doubled = entries("xero").get(2);
      books("POST", "xero", doubled, "/double");
      String late = backDate();
      await().atMost(Duration.ofSeconds(90)).until(() -> settled(-1, 1));

      String report = reconcile();
      assertThat(report).contains("exit 3");
      assertThat(variances())
          .as(report)
          .containsExactlyInAnyOrder(
              "missing " + deleted, "amount " + altered, "duplicate " + doubled, "date " + late);
    }
  }

  private void connect(String system) throws IOException, InterruptedException {
    Answer begun =
        application.api(
            "POST", "/accounting/connections", token, "{\"system\": \"" + system + "\"}");
    URI page = URI.create(begun.json().at("/data/authorizeUrl").asText());
    HttpClient browser = HttpClient.newHttpClient();
    HttpResponse<String> agreed =
        browser.send(
            HttpRequest.newBuilder(URI.create(page.toString().replaceFirst("\\?.*", "")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(page.getRawQuery() + "&decide=allow"))
                .build(),
            BodyHandlers.ofString());
    String back = agreed.headers().firstValue("Location").orElseThrow();
    assertThat(
            browser
                .send(HttpRequest.newBuilder(URI.create(back)).build(), BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
  }

  /** Whether nothing is to be posted any more, and so many more or fewer entries are in books. */
  private boolean settled(int inQuickBooks, int inXero) {
    for (String property : List.of("1001", "1002")) {
      String days = "&from=" + first + "&to=" + last;
      Answer preview = application.get("/accounting/preview?propertyId=" + property + days, token);
      if (!preview.json().at("/data/entries").isEmpty()) {
        return false;
      }
    }
    int posted = application.get("/accounting/postings?limit=500", token).json().at("/data").size();
    return posted > 20
        && held("quickbooks") == posted + inQuickBooks
        && held("xero") == posted + inXero;
  }

  private int held(String system) {
    return application.sandbox("GET", "/books/" + system + "/entries", null).json().size();
  }

  private String reconcile() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        new Reconcile(
                Map.of("ENTRATA_API_URL", "http://127.0.0.1:" + application.apiPort()),
                new PrintStream(out, true, StandardCharsets.UTF_8))
            .run("from=" + first, "to=" + last);
    return out.toString(StandardCharsets.UTF_8) + "exit " + code;
  }

  /** Our numbers of those journals in the books that are dated within the days. */
  private List<String> entries(String system) {
    JsonNode entries = application.sandbox("GET", "/books/" + system + "/entries", null).json();
    Set<String> numbers = new TreeSet<>();
    for (JsonNode entry : entries) {
      LocalDate day = LocalDate.parse(entry.path("date").asText());
      if (!day.isBefore(first) && !day.isAfter(last)) {
        numbers.add(entry.path("reference").asText());
      }
    }
    return new ArrayList<>(numbers);
  }

  private void books(String method, String system, String entry, String what) {
    assertThat(
            application
                .sandbox(method, "/books/" + system + "/entries/" + entry + what, null)
                .status())
        .isEqualTo(200);
  }

  /** A charge that is posted on a day that has been reconciled; gives its id. */
  private String backDate() {
    JsonNode charge =
        application
            .get("/properties/1001/ledger-transactions?type=charge&limit=1", token)
            .json()
            .at("/data/0");
    Answer posted =
        application.write(
            "POST",
            "/leases/" + charge.path("leaseId").asText() + "/charges",
            token,
            """
            {"chargeCodeId": "%s", "amount": {"amount": "45.00", "currency": "USD"},
             "postedOn": "%s"}
            """
                .formatted(charge.path("chargeCodeId").asText(), first.plusDays(20)),
            Map.of("Idempotency-Key", "late-1", "Prefer", "wait=30"));
    assertThat(posted.json().at("/data/state").asText())
        .as(posted.response().body())
        .isEqualTo("succeeded");
    String id = posted.json().at("/data/result/id").asText();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> application.get("/ledger-transactions/" + id, token).status() == 200);
    return id;
  }

  private List<String> variances() {
    JsonNode found = application.get("/variances?state=open&limit=500", token).json();
    return StreamSupport.stream(found.path("data").spliterator(), false)
        .map(
            each ->
                each.path("kind").asText()
                    + " "
                    + (each.path("docNumber").isNull()
                        ? each.at("/transactionIds/0").asText()
                        : each.path("docNumber").asText()))
        .toList();
  }
}
