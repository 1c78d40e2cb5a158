package dev.camelentrata.accounting.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.camelentrata.accounting.quickbooks.QuickBooksFactory;
import dev.camelentrata.accounting.xero.XeroFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What gateways, proxies and bad days at the vendors answer, and what an entry then becomes. */
class OddAnswersTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String ACCOUNTS =
      """
      {"QueryResponse": {"Account": [
        {"Id": "81", "AcctNum": "1210", "AccountType": "Other Current Asset"},
        {"Id": "82", "AcctNum": "4010", "AccountType": "Income"},
        {"Id": "83", "Name": "Rounding", "AccountType": "Income"}]}}
      """;
  private static final String FAULT =
      "{\"Fault\": {\"Error\": [{\"Message\": \"M\", \"Detail\": \"D\", \"code\": \"%s\"}],"
          + " \"type\": \"%s\"}}";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private final SystemHttp http = new SystemHttp();
  private final AccessTokenSource tokens = new OneToken();
  private HttpServer server;
  private volatile Answer answer;
  private volatile String classes = "{\"QueryResponse\": {}}";
  private volatile String found = "{\"QueryResponse\": {}}";
  private volatile String sent = "";

  private record Answer(int status, String type, String body) {}

  /** One token that is always good. */
  private static final class OneToken implements AccessTokenSource {

    @Override
    public String token() {
      return "secret-token";
    }

    @Override
    public String renewed(String refused) {
      return "secret-token-2";
    }
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
    classes = "{\"QueryResponse\": {\"Class\": [{\"Id\": \"7\", \"Name\": \"1001\"}]}}";
  }

  @AfterEach
  void stop() throws IOException {
    over.countDown();
    http.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    Answer now = answer;
    if (exchange.getRequestMethod().equals("GET")) {
      now =
          new Answer(
              200,
              "application/json",
              query.contains("from Account")
                  ? ACCOUNTS
                  : query.contains("from Class") ? classes : found);
      if (exchange.getRequestURI().getPath().endsWith("/Accounts")) {
        now =
            new Answer(
                200,
                "application/json",
                "{\"Accounts\": [{\"Code\": \"1210\", \"Type\": \"CURRENT\"},"
                    + " {\"Code\": \"4010\", \"Type\": \"REVENUE\"}]}");
      }
    } else {
      sent = body;
    }
    if (now.status() == 0) {
      awaitEnd();
    }
    byte[] bytes = now.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", now.type());
    exchange.sendResponseHeaders(now.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void awaitEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "6210, ValidationFault, PERIOD_CLOSED",
    "6140, ValidationFault, REFUSED",
    "2500, ValidationFault, REFUSED",
    "610, ValidationFault, REFUSED",
    "6000, ValidationFault, REFUSED",
    "2020, ValidationFault, REFUSED",
    "6190, ValidationFault, DISCONNECTED",
    "3100, AUTHORIZATION, DISCONNECTED",
    "3200, AUTHENTICATION, LATER",
    "3001, ThrottleExceeded, LATER",
    "10000, SystemFault, UNCERTAIN",
    "99, SystemFault, UNCERTAIN"
  })
  void readsQuickBooksFaults(String code, String type, SendOutcome.Result result) {
    answer = new Answer(400, "application/json", String.format(FAULT, code, type));

    SendOutcome outcome = quickBooks().send(List.of(Entries.rent(1))).get(0);

    assertThat(outcome.result()).isEqualTo(result);
    assertThat(outcome.error()).isEqualTo("QuickBooks, error " + code + ": M: D");
  }

  @Test
  void looksUpADuplicateNumber() {
    OutgoingEntry entry = Entries.rent(1);
    answer = new Answer(400, "application/json", String.format(FAULT, "6140", "ValidationFault"));
    found =
        "{\"QueryResponse\": {\"JournalEntry\": [{\"Id\": \"812\", \"DocNumber\": \""
            + entry.posting().reference().docNumber()
            + "\", \"TxnDate\": \"2026-11-03\"}]}}";

    assertThat(quickBooks().send(List.of(entry))).containsExactly(SendOutcome.taken("812"));
  }

  @ParameterizedTest
  @CsvSource({
    "200, text/html, <html>, UNCERTAIN",
    "200, application/json, '{\"JournalEntry\": {\"Id\"', UNCERTAIN",
    "200, application/json, '{}', UNCERTAIN",
    "200, application/json, '{\"JournalEntry\": {\"Id\": \"1\", \"DocNumber\": \"X\"}}', UNCERTAIN",
    "302, text/html, '', LATER",
    "404, text/html, '', LATER",
    "403, text/html, '', DISCONNECTED",
    "401, application/json, '{}', DISCONNECTED",
    "413, text/html, '', REFUSED",
    "500, text/html, '', UNCERTAIN",
    "504, text/html, '', UNCERTAIN"
  })
  void judgesOtherAnswersOfQuickBooks(
      int status, String type, String body, SendOutcome.Result result) {
    answer = new Answer(status, type, body);

    SendOutcome outcome = quickBooks().send(List.of(Entries.rent(1))).get(0);

    assertThat(outcome.result()).isEqualTo(result);
    assertThat(outcome.error()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "200, '{\"ManualJournals\": []}', UNCERTAIN",
    "200, '<html>', UNCERTAIN",
    "400, '{\"Message\": \"A validation exception occurred\"}', REFUSED",
    "400, '{\"Message\": \"no\", \"Elements\": [{}]}', REFUSED",
    "400, '{\"Message\": \"before the end of year lock date\"}', PERIOD_CLOSED",
    "403, '{\"Detail\": \"AuthorizationUnsuccessful\"}', DISCONNECTED",
    "404, '', LATER",
    "503, '', UNCERTAIN"
  })
  void judgesOtherAnswersOfXero(int status, String body, SendOutcome.Result result) {
    answer = new Answer(status, "application/json", body);

    assertThat(xero().send(List.of(Entries.rent(1))).get(0).result()).isEqualTo(result);
  }

  @Test
  void refusesInXeroOnlyWhatIsAtFaultOfACallThatIsRefused() {
    answer =
        new Answer(
            400,
            "application/json",
            "{\"Message\": \"A validation exception occurred\", \"Elements\": [{}, "
                + "{\"ValidationErrors\": [{\"Message\": \"no such tax\"}]}]}");

    List<SendOutcome> outcomes = xero().send(Entries.rents(1, 2));

    assertThat(outcomes.get(0).result()).isEqualTo(SendOutcome.Result.LATER);
    assertThat(outcomes.get(1)).isEqualTo(SendOutcome.refused("Xero: no such tax"));
  }

  @Test
  void givesUpACallThatTakesTooLong() {
    answer = new Answer(0, "", "");

    SendOutcome outcome = quickBooks().send(List.of(Entries.rent(1))).get(0);

    assertThat(outcome.result()).isEqualTo(SendOutcome.Result.UNCERTAIN);
    assertThat(outcome.error()).contains("no answer (SocketTimeoutException)");
  }

  @Test
  void callsAccountsByTheirNumberAndByTheirIdOnlyWithoutOne() {
    answer = new Answer(200, "application/json", "{\"JournalEntry\": {\"Id\": \"5\"}}");

    assertThat(quickBooks().send(List.of(Entries.rentOn(1, "83"))))
        .containsExactly(SendOutcome.taken("5"));
    assertThat(sent).contains("\"AccountRef\":{\"value\":\"83\"}");
    assertThat(sent).contains("\"AccountRef\":{\"value\":\"81\"}").contains("\"Amount\":10.00,");
    assertThat(quickBooks().send(List.of(Entries.rentOn(1, "82"))).get(0).error())
        .contains("call it 4010 in the file of charge codes");
    classes = "{\"QueryResponse\": {}}";
    assertThat(quickBooks().send(List.of(Entries.rent(1))).get(0).error())
        .contains("no active class '1001'");
  }

  @Test
  void sendsNothingWhileTheAccountsCannotBeRead() {
    classes = "<html>";

    assertThat(quickBooks().send(Entries.rents(1, 2)))
        .extracting(SendOutcome::result)
        .containsOnly(SendOutcome.Result.LATER);
    assertThat(sent).isEmpty();
    found = "<html>";
    AccountingSystem system = quickBooks();
    assertThatThrownBy(system::lockedThrough).isInstanceOf(SystemUnavailableException.class);
  }

  private AccountingSystem quickBooks() {
    SystemLimits limits = SystemLimits.quickBooks();
    SystemLimits quick =
        new SystemLimits(10, limits.windows(), limits.patience(), Duration.ofMillis(700));
    return new QuickBooksFactory(
            uri(), http, (connection, each) -> new FreeTurns(each), quick, clock())
        .make(connection(SystemKind.QUICKBOOKS), tokens);
  }

  private AccountingSystem xero() {
    return new XeroFactory(
            uri(), http, (connection, each) -> new FreeTurns(each), SystemLimits.xero(), clock())
        .make(connection(SystemKind.XERO), tokens);
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  private URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static Connection connection(SystemKind kind) {
    return new Connection(
        "con_1", "sandbox", kind, "1", "Books", Connection.State.CONNECTED, null, NOW);
  }
}
