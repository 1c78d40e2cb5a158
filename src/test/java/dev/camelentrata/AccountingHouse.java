package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A portal and both accounting systems, which outlive the applications that use them. */
final class AccountingHouse implements AutoCloseable {

  static final List<String> SYSTEMS = List.of("quickbooks", "xero");

  private static final Duration LONG = Duration.ofMinutes(10);

  /** What must have been read before anything is posted. */
  private static final List<String> READ =
      List.of("charge-codes", "ledger-transactions", "bank-deposits");

  final SandboxHouse sandbox;
  final LocalDate first;
  final LocalDate last;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> properties;

  AccountingHouse(int properties, int units) {
    sandbox = new SandboxHouse(properties, units);
    YearMonth month = YearMonth.from(LocalDate.now(ZoneId.of("America/Denver")));
    first = month.minusMonths(1).atDay(1);
    last = month.atEndOfMonth();
    this.properties =
        sandbox.control("GET", "/state", null).path("properties").findValuesAsText("id");
  }

  /** Options of an application that uses them, with these added. */
  Map<String, String> options(Map<String, String> more) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("entrata.sandbox.port", String.valueOf(sandbox.port()));
    options.put("entrata.accounting.plan.period", "500");
    options.put("entrata.accounting.lookup.period", "500");
    options.put("entrata.accounting.settle", "1s");
    options.putAll(more);
    return sandbox.options(options);
  }

  static String token(RunningApplication application) {
    return application.token("manager@sandbox.test", "manager-pass");
  }

  /** Waits until the ledgers, and what tells of them, were read for the first time. */
  static void awaitMirror(RunningApplication application, String token) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () ->
                application
                    .get("/sync-runs?limit=500&state=succeeded", token)
                    .json()
                    .path("data")
                    .findValuesAsText("resource")
                    .containsAll(READ));
  }

  /** Connects the company as a person does in a browser. */
  void connect(RunningApplication application, String token, String system)
      throws IOException, InterruptedException {
    RunningApplication.Answer begun =
        application.api(
            "POST", "/accounting/connections", token, "{\"system\": \"" + system + "\"}");
    assertThat(begun.status()).as(begun.response().body()).isBetween(200, 202);
    String page = begun.json().at("/data/authorizeUrl").asText();
    Element form = Jsoup.parse(get(page).body(), page).selectFirst("form");
    Map<String, String> fields = new HashMap<>();
    form.select("input").forEach(input -> fields.put(input.attr("name"), input.val()));
    fields.put("organisation", form.selectFirst("option").val());
    fields.put("decide", "allow");
    HttpResponse<String> agreed =
        http.send(
            HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)))
                .build(),
            BodyHandlers.ofString());
    HttpResponse<String> back = get(agreed.headers().firstValue("Location").orElseThrow());
    assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
    assertThat(back.body()).contains("Connected");
  }

  private HttpResponse<String> get(String uri) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString());
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Waits until all that there is is planned, and both systems are known to hold all of it. */
  void awaitPosted(RunningApplication application, String token) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () -> {
              for (String property : properties) {
                JsonNode preview = preview(application, token, property);
                assertThat(preview.path("stopped")).as(preview.toString()).isEmpty();
                assertThat(preview.path("entries")).isEmpty();
              }
              assertThat(deliveries(application, token))
                  .isNotEmpty()
                  .allSatisfy(
                      states -> assertThat(states).containsExactly("confirmed", "confirmed"));
            });
  }

  private JsonNode preview(RunningApplication application, String token, String property) {
    return application
        .get("/accounting/preview?propertyId=" + property + "&from=" + first + "&to=" + last, token)
        .json()
        .path("data");
  }

  /** Where each entry stands in each connection. */
  List<List<String>> deliveries(RunningApplication application, String token) {
    List<List<String>> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = application.get("/accounting/postings?limit=500" + cursor, token).json();
      for (JsonNode posting : page.path("data")) {
        all.add(posting.path("deliveries").findValuesAsText("state"));
      }
      cursor = page.hasNonNull("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return all;
  }

  /** Reconciles both months and waits for the end. */
  JsonNode reconcile(RunningApplication application, String token) {
    RunningApplication.Answer begun =
        application.api(
            "POST",
            "/reconciliations",
            token,
            "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(first, last));
    assertThat(begun.status()).as(begun.response().body()).isEqualTo(202);
    String path = "/reconciliations/" + begun.json().at("/data/id").asText();
    return await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> application.get(path, token).json().path("data"),
            run -> run.hasNonNull("endedAt"));
  }

  /** Reads all ledgers anew, and waits for the end. */
  void readLedgers(RunningApplication application, String token) {
    String order = "{\"resource\": \"ledger-transactions\", \"mode\": \"complete\"}";
    RunningApplication.Answer begun =
        await()
            .atMost(LONG)
            .until(
                () -> application.api("POST", "/sync-runs", token, order),
                answer -> answer.status() == 202);
    String path = "/sync-runs/" + begun.json().at("/data/id").asText();
    await()
        .atMost(LONG)
        .until(
            () -> application.get(path, token).json().at("/data/state").asText(),
            "succeeded"::equals);
  }

  /** Adds a charge to the portal that is dated on that day; gives its id. */
  String charge(LocalDate day, String amount) {
    JsonNode lease =
        records("leases").stream()
            .filter(each -> new BigDecimal(each.path("balance").asText()).signum() > 0)
            .findFirst()
            .orElseThrow();
    JsonNode rent =
        records("ledger-transactions").stream()
            .filter(each -> each.path("leaseId").equals(lease.path("id")))
            .filter(each -> each.path("type").asText().equals("Charge"))
            .findFirst()
            .orElseThrow();
    String body =
        """
        {"propertyId": "%s", "leaseId": "%s", "residentId": "%s", "type": "Charge",
         "chargeCodeId": "%s", "description": "Late", "transactionOn": "%s", "postedOn": "%s",
         "postMonth": "%s", "amount": "%s", "temporary": false}"""
            .formatted(
                lease.path("propertyId").asText(),
                lease.path("id").asText(),
                rent.path("residentId").asText(),
                rent.path("chargeCodeId").asText(),
                day,
                day,
                YearMonth.from(day),
                amount);
    return sandbox.control("POST", "/records/ledger-transactions", body).path("id").asText();
  }

  /** What the reconciliation saw that is still open. */
  List<JsonNode> open(RunningApplication application, String token, JsonNode run) {
    List<JsonNode> open = new ArrayList<>();
    application
        .get(
            "/reconciliations/" + run.path("id").asText() + "/variances?limit=500&state=open",
            token)
        .json()
        .path("data")
        .forEach(open::add);
    return open;
  }

  JsonNode books(String method, String system, String path, String body) {
    return sandbox.control(method, "/books/" + system + path, body);
  }

  JsonNode counters(String system) {
    return books("GET", system, "", null).path("counters");
  }

  JsonNode entries(String system) {
    return books("GET", system, "/entries", null);
  }

  /** What a system's accounts come to; debits above zero. */
  SortedBalances trialBalance(String system) {
    SortedBalances balances = new SortedBalances();
    for (JsonNode entry : entries(system)) {
      entry
          .path("lines")
          .forEach(line -> balances.add(line.path("account").asText(), amount(line)));
    }
    return balances;
  }

  /** How often each reference of ours is in a system. */
  Map<String, Long> references(String system) {
    List<String> all = new ArrayList<>();
    entries(system).forEach(each -> all.add(number(each)));
    return all.stream().collect(Collectors.groupingBy(each -> each, Collectors.counting()));
  }

  /** Our document number in an entry of a system. */
  static String number(JsonNode entry) {
    return entry.path("reference").asText().split("[^A-Z0-9-]", 2)[0];
  }

  static BigDecimal amount(JsonNode node) {
    return new BigDecimal(node.path("amount").asText());
  }

  /** Of a kind of the sandbox, behind the portal's back. */
  List<JsonNode> records(String kind) {
    List<JsonNode> records = new ArrayList<>();
    sandbox.control("GET", "/records/" + kind, null).forEach(records::add);
    return records;
  }

  List<String> properties() {
    return properties;
  }

  @Override
  public void close() {
    sandbox.close();
  }

  /** Accounts and what they come to; those that come to nothing are left out. */
  static final class SortedBalances {
    private final Map<String, BigDecimal> balances = new TreeMap<>();

    void add(String account, BigDecimal amount) {
      balances.merge(account, amount, BigDecimal::add);
    }

    Map<String, String> shown() {
      Map<String, String> shown = new TreeMap<>();
      balances.forEach(
          (account, amount) -> {
            if (amount.signum() != 0) {
              shown.put(account, amount.setScale(2).toPlainString());
            }
          });
      return shown;
    }

    BigDecimal of(String account) {
      return balances.getOrDefault(account, BigDecimal.ZERO);
    }

    BigDecimal total() {
      return balances.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }
}
