package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tests do to the sandbox's accounting systems behind everybody's back. */
class SandboxBooksControlTest {

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(2, 5);

  private BooksVisitor books(String system) {
    return new BooksVisitor(sandbox.visitor(), system).connect();
  }

  private static HttpResponse<String> post(BooksVisitor books, String reference) {
    return books.system.equals("xero")
        ? books.post(
            "ManualJournals", SandboxXeroTest.journal(reference, "2026-11-02", "10.00", "-10.00"))
        : books.post(
            "journalentry", SandboxQuickBooksTest.entry(reference, "2026-11-02", "10.00", "10.00"));
  }

  private static BigDecimal sum(JsonNode entries, String account) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode entry : entries) {
      for (JsonNode line : entry.path("lines")) {
        if (account == null || line.path("account").asText().equals(account)) {
          sum = sum.add(line.path("amount").decimalValue());
        }
      }
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickbooks", "xero"})
  void doublesAltersAndDeletesEntries(String system) {
    BooksVisitor books = books(system);
    post(books, "CE-000001");

    books.control("POST", "/entries/CE-000001/double", null);
    assertThat(books.entries()).hasSize(2);
    assertThat(sum(books.entries(), "1210")).isEqualByComparingTo("20.00");

    String id = books.entries().at("/1/id").asText();
    books.control("POST", "/entries/" + id + "/alter", "{\"cents\": 1}");
    assertThat(sum(books.entries(), "1210")).isEqualByComparingTo("20.01");
    assertThat(sum(books.entries(), null)).isEqualByComparingTo("0");

    books.control("DELETE", "/entries/" + id, null);
    assertThat(books.entries()).hasSize(1);
    assertThat(books.control("DELETE", "/entries/" + id, null).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickbooks", "xero"})
  void keepsWhatItDoesNotAnswer(String system) {
    BooksVisitor books = books(system);
    books.control("POST", "/faults", "{\"kind\": \"lost-answer\", \"times\": 1}");

    assertThatThrownBy(() -> post(books, "CE-000001")).isInstanceOf(UncheckedIOException.class);

    assertThat(books.entries()).hasSize(1);
    assertThat(post(books, "CE-000002").statusCode()).isEqualTo(200);
    assertThat(books.state().at("/counters/lostAnswers").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickbooks", "xero"})
  void aDroppedCallIsNotCarriedOut(String system) {
    BooksVisitor books = books(system);
    books.control("POST", "/faults", "{\"kind\": \"dropped\"}");

    assertThatThrownBy(() -> post(books, "CE-000001")).isInstanceOf(UncheckedIOException.class);

    assertThat(books.entries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickbooks", "xero"})
  void losesTheAnswerOfARefresh(String system) {
    BooksVisitor books = books(system);
    books.control("POST", "/faults", "{\"kind\": \"lost-answer\", \"on\": \"token\"}");

    assertThatThrownBy(() -> books.refresh(books.refresh)).isInstanceOf(UncheckedIOException.class);

    assertThat(books.refresh(books.refresh).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickbooks", "xero"})
  void failsAsOrdered(String system) {
    BooksVisitor books = books(system);
    books.control("POST", "/faults", "{\"kind\": \"rate-limited\", \"times\": 2, \"number\": 7}");
    books.control("POST", "/faults", "{\"kind\": \"server-error\", \"number\": 503}");
    books.control("POST", "/faults", "{\"kind\": \"expired-token\"}");

    assertThat(post(books, "CE-000001").statusCode()).isEqualTo(429);
    HttpResponse<String> limited = post(books, "CE-000001");
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(limited.headers().firstValue("Retry-After").orElse("7")).isEqualTo("7");
    assertThat(post(books, "CE-000001").statusCode()).isEqualTo(503);
    assertThat(post(books, "CE-000001").statusCode()).isEqualTo(401);
    books.take(books.refresh(books.refresh));
    assertThat(post(books, "CE-000001").statusCode()).isEqualTo(200);
    assertThat(books.entries()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickbooks", "xero"})
  void resetsAndKeepsConnectionsIfAsked(String system) {
    BooksVisitor books = books(system);
    post(books, "CE-000001");

    sandbox.control("POST", "/reset", "{\"keepSessions\": true}");
    assertThat(books.entries()).isEmpty();
    assertThat(post(books, "CE-000001").statusCode()).isEqualTo(200);

    books.control("POST", "/expire", null);
    assertThat(post(books, "CE-000001").statusCode()).isEqualTo(401);
    books.control("POST", "/reset", null);
    assertThat(books.refresh(books.refresh).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickbooks", "xero"})
  void refusesWhatItDoesNotKnow(String system) {
    BooksVisitor books = books(system);

    assertThat(books.control("PUT", "", "{\"perHour\": 1}").statusCode()).isEqualTo(400);
    assertThat(books.control("POST", "/faults", "{\"kind\": \"fire\"}").statusCode())
        .isEqualTo(400);
    assertThat(books.control("GET", "/nothing", null).statusCode()).isEqualTo(404);
  }
}
