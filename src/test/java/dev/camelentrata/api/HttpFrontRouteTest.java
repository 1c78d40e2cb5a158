package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.api.ApiServer.Answer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that reach no route, request ids, HEAD and OPTIONS. */
class HttpFrontRouteTest {

  private static ApiServer api;

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
  }

  @ParameterizedTest
  @CsvSource({"/nothing", "/properties/1001/nothing", "/sessions/current/x"})
  void answersUnknownPathsWithAProblem(String path) {
    Answer answer = api.get(path, null);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("unknown-path");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("RateLimit")).startsWith("\"address\"");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void knowsNoPathWithASlashAtTheEnd() {
    assertThat(api.get("/properties/", api.token()).problem()).isEqualTo("unknown-path");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|/properties|GET, HEAD, OPTIONS",
        "GET|/sessions|POST, OPTIONS",
        "PUT|/sessions/current|DELETE, OPTIONS",
        "TRACE|/units/1|GET, HEAD, OPTIONS",
      })
  void tellsTheMethodsThatAPathKnows(String method, String path, String allow) {
    Answer answer = api.send(method, path, null, null);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.problem()).isEqualTo("method-not-allowed");
    assertThat(answer.header("Allow")).isEqualTo(allow);
  }

  @Test
  void answersOptionsWithTheMethods() {
    Answer answer = api.send("OPTIONS", "/properties/1001/units", null, null);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void answersHeadLikeGetWithoutABody(HttpClient.Version version) {
    for (String path : List.of("/properties", "/nothing", "/units/u31")) {
      String token = api.token();
      Answer get = api.get(path, token);

      Answer head =
          api.send(
              api.request(path)
                  .version(version)
                  .header("Authorization", "Bearer " + token)
                  .method("HEAD", BodyPublishers.noBody()));

      assertThat(head.status()).isEqualTo(get.status());
      assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
      assertThat(head.http().body()).isEmpty();
    }
    assertThat(api.send("HEAD", "/properties", null, null).status()).isEqualTo(401);
  }

  @Test
  void takesASaneRequestIdAndReplacesAnyOther() {
    Answer sane = api.send(api.request("/nothing").header("X-Request-Id", "nightly-job.42"));
    Answer odd = api.send(api.request("/nothing").header("X-Request-Id", "a b<script>"));
    Answer inRoute = api.send(api.request("/properties").header("X-Request-Id", "nightly-job.43"));

    assertThat(sane.header("X-Request-Id")).isEqualTo("nightly-job.42");
    assertThat(sane.json().path("instance").asText()).endsWith(":request:nightly-job.42");
    assertThat(odd.header("X-Request-Id")).matches("[0-9a-f-]{36}");
    assertThat(inRoute.header("X-Request-Id")).isEqualTo("nightly-job.43");
    assertThat(inRoute.json().path("instance").asText()).endsWith(":request:nightly-job.43");
    assertThat(inRoute.http().headers().allValues("X-Request-Id")).hasSize(1);
  }

  @Test
  void staysWithHttp11WhenAskedToUpgrade() {
    Answer answer = api.send(api.request("/docs").version(HttpClient.Version.HTTP_2));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.http().version()).isEqualTo(HttpClient.Version.HTTP_1_1);
  }

  @Test
  void leavesNoThreadBehind() {
    Set<Thread> before = vertxThreads();
    ApiServer other = ApiServer.start();
    Set<Thread> during = vertxThreads();
    other.close();

    assertThat(during).hasSizeGreaterThan(before.size());
    await().untilAsserted(() -> assertThat(vertxThreads()).isSubsetOf(before));
  }

  private static Set<Thread> vertxThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("vert.x-eventloop"))
        .collect(Collectors.toSet());
  }

  @Test
  void refusesAnAcceptHeaderWithoutJson() {
    Answer answer = api.send(api.request("/properties").header("Accept", "text/csv"));

    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.problem()).isEqualTo("not-acceptable");
  }

  @Test
  void refusesALargeBodyThatComesInChunks() {
    byte[] large = new byte[1_100_000];
    Answer answer =
        api.send(
            api.request("/sessions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void limitsStrangersPerAddress() {
    for (int i = 0; i < ApiServer.REQUESTS_PER_MINUTE; i++) {
      assertThat(api.get("/nothing", null).status()).isEqualTo(404);
    }

    Answer unmatched = api.get("/nothing", null);
    Answer unauthenticated = api.get("/properties", "ent_guess");

    assertThat(unmatched.status()).isEqualTo(429);
    assertThat(unmatched.header("Retry-After")).isEqualTo("60");
    assertThat(unauthenticated.status()).isEqualTo(429);
    assertThat(api.get("/properties", api.token()).status()).isEqualTo(200);
  }
}
