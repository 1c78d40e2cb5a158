package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The limits of the sandbox's accounting systems. */
class SandboxBooksLimitsTest {

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(1, 2);

  @Test
  void quickBooksTakesFiveHundredAMinute() {
    BooksVisitor books = BooksVisitor.quickbooks(sandbox);
    for (int i = 0; i < 500; i++) {
      assertThat(books.get("preferences").statusCode()).isEqualTo(200);
    }

    HttpResponse<String> refused = books.get("preferences");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(Visitor.json(refused).at("/Fault/Error/0/code").asText()).isEqualTo("3001");
    assertThat(books.state().at("/counters/refusedByLimits").asInt()).isEqualTo(1);
    sandbox.clock.advance(Duration.ofSeconds(60));
    assertThat(books.get("preferences").statusCode()).isEqualTo(200);
  }

  @Test
  void quickBooksTakesFortyBatchesAMinute() {
    BooksVisitor books = BooksVisitor.quickbooks(sandbox);
    String batch = "{\"BatchItemRequest\": [{\"bId\": \"1\", \"Query\": \"select * from Class\"}]}";
    for (int i = 0; i < 40; i++) {
      assertThat(books.post("batch", batch).statusCode()).isEqualTo(200);
    }

    assertThat(books.post("batch", batch).statusCode()).isEqualTo(429);
    assertThat(books.get("preferences").statusCode()).isEqualTo(200);
  }

  @Test
  void xeroTakesSixtyAMinuteAndTellsHowManyAreLeft() {
    BooksVisitor books = BooksVisitor.xero(sandbox);
    HttpResponse<String> first = books.get("Organisation");
    sandbox.clock.advance(Duration.ofSeconds(20));
    for (int i = 1; i < 60; i++) {
      books.get("Organisation");
    }

    HttpResponse<String> refused = books.get("Organisation");

    assertThat(first.headers().firstValue("X-MinLimit-Remaining")).hasValue("59");
    assertThat(first.headers().firstValue("X-DayLimit-Remaining")).hasValue("4999");
    assertThat(first.headers().firstValue("X-AppMinLimit-Remaining")).hasValue("9999");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("40");
    assertThat(refused.headers().firstValue("X-Rate-Limit-Problem")).hasValue("minute");
    sandbox.clock.advance(Duration.ofSeconds(40));
    assertThat(books.get("Organisation").statusCode()).isEqualTo(200);
    assertThat(books.get("Organisation").statusCode()).isEqualTo(429);
  }

  @Test
  void xeroParksForTheDay() {
    BooksVisitor books = BooksVisitor.xero(sandbox);
    books.control("PUT", "", "{\"perDay\": 1}");
    books.get("Organisation");
    sandbox.clock.advance(Duration.ofMinutes(5));

    HttpResponse<String> refused = books.get("Organisation");

    assertThat(refused.headers().firstValue("X-Rate-Limit-Problem")).hasValue("day");
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("86100");
  }

  @Test
  void onlySoManyCallsAtOnce() {
    BooksVisitor books = BooksVisitor.xero(sandbox);
    books.control("PUT", "", "{\"concurrent\": 1, \"latencyMillis\": 1500}");

    CompletableFuture<HttpResponse<String>> slow =
        CompletableFuture.supplyAsync(() -> books.get("Organisation"));
    HttpResponse<String> other = books.get("Organisation");

    assertThat(Stream.of(slow.join(), other).map(HttpResponse::statusCode).sorted())
        .containsExactly(200, 429);
    assertThat(books.get("Organisation").statusCode()).isEqualTo(200);
  }

  @Test
  void theMinuteCanBeMadeShorter() {
    BooksVisitor books = BooksVisitor.xero(sandbox);
    books.control("PUT", "", "{\"perMinute\": 1, \"windowSeconds\": 2}");
    books.get("Organisation");

    assertThat(books.get("Organisation").statusCode()).isEqualTo(429);
    sandbox.clock.advance(Duration.ofSeconds(2));
    assertThat(books.get("Organisation").statusCode()).isEqualTo(200);
  }
}
