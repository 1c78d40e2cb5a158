package dev.camelentrata.accounting.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.accounting.quickbooks.QuickBooksFactory;
import dev.camelentrata.accounting.xero.XeroFactory;
import dev.camelentrata.sandbox.SandboxPortal;
import dev.camelentrata.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The sandbox's books in one accounting system, and our client of it; what is sent between them is
 * checked against what the vendor publishes.
 */
public final class BooksHouse implements AutoCloseable {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final HttpClient http = HttpClient.newHttpClient();
  private final SandboxPortal portal;
  private final SystemKind kind;
  final SystemHttp ours = new SystemHttp();
  final WatchedWire wire;
  private SandboxTokens tokens;
  private boolean sales;
  final Connection connection;

  /** With what is sent checked as far as the contracts are there. */
  static BooksHouse watched(SystemKind kind) throws IOException {
    return new BooksHouse(
        kind, kind == SystemKind.XERO ? XeroContract.found() : QuickBooksContract.found());
  }

  /** For calls that go to the sandbox without being looked at. */
  public static BooksHouse unwatched(SystemKind kind) throws IOException {
    return new BooksHouse(kind, call -> {});
  }

  private BooksHouse(SystemKind kind, Consumer<WatchedWire.Sent> contract) throws IOException {
    this.kind = kind;
    this.portal = SandboxPortal.start(SandboxSettings.defaults().withSize(1, 2), Clock.systemUTC());
    this.wire = new WatchedWire(portal.baseUri(), contract);
    String organisation = books().path("organisation").asText();
    this.connection =
        new Connection(
            "con_1",
            "sandbox",
            kind,
            organisation,
            "Books",
            Connection.State.CONNECTED,
            null,
            Instant.EPOCH);
    reset();
  }

  /** From now on clients are told that the journal has invoices and payments. */
  public BooksHouse withSales() {
    sales = true;
    return this;
  }

  /** Our client with these turns, by the watched wire. */
  AccountingSystem client(CallLimiters limiters, SystemLimits limits) {
    return client(limiters, limits, wire.uri());
  }

  /** Our client with these turns, by this address of the sandbox. */
  public AccountingSystem client(CallLimiters limiters, SystemLimits limits, URI base) {
    return client(limiters, limits, base, Clock.systemUTC());
  }

  /** The same by another clock. */
  public AccountingSystem client(
      CallLimiters limiters, SystemLimits limits, URI base, Clock clock) {
    Predicate<String> documents = company -> sales;
    SystemFactory factory =
        kind == SystemKind.XERO
            ? new XeroFactory(
                base.resolve("/xero/api.xro/2.0"), ours, limiters, limits, clock, documents)
            : new QuickBooksFactory(
                base.resolve("/quickbooks"), ours, limiters, limits, clock, documents);
    return factory.make(connection, tokens);
  }

  /** Empty books, new permission, nothing seen. */
  void reset() {
    control("POST", "/reset", "{}");
    tokens = new SandboxTokens(portal.baseUri(), kind, connection.tenant());
    wire.forget();
  }

  SandboxTokens tokens() {
    return tokens;
  }

  public URI portal() {
    return portal.baseUri();
  }

  JsonNode books() {
    return control("GET", "", null);
  }

  public JsonNode counters() {
    return books().path("counters");
  }

  /** A fault of the stand-in's. */
  public void fault(String json) {
    control("POST", "/faults", json);
  }

  public JsonNode control(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(portal.baseUri().resolve("/__sandbox/books/" + kind.slug() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body == null ? "" : body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the stand-in holds of this reference, as {@code account amount}, sorted. */
  List<String> held(OutgoingEntry entry) {
    List<String> lines = new ArrayList<>();
    String number = entry.posting().reference().docNumber();
    for (JsonNode each : control("GET", "/entries", null)) {
      if (each.path("reference").asText().contains(number)) {
        each.path("lines")
            .forEach(
                line ->
                    lines.add(
                        line.path("account").asText()
                            + " "
                            + new BigDecimal(line.path("amount").asText()).setScale(2)));
      }
    }
    lines.sort(null);
    return lines;
  }

  public int heldEntries() {
    return control("GET", "/entries", null).size();
  }

  @Override
  public void close() throws IOException {
    ours.close();
    wire.close();
    portal.close();
  }
}
