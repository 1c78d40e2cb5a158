package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.api.ApiServer.Answer;
import dev.camelentrata.ingest.IngestRun;
import dev.camelentrata.ingest.IngestState;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsRouteTest {

  private static final List<String> SEEN = new ArrayList<>();
  private static ApiServer api;

  @BeforeAll
  static void start() throws Exception {
    api = ApiServer.start();
    api.camel()
        .addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:ingestReport").process(ReportsRouteTest::ingest);
              }
            });
  }

  private static void ingest(Exchange exchange) throws IOException {
    Path file = exchange.getMessage().getBody(Path.class);
    SEEN.add(
        "%s %s %s %s %d"
            .formatted(
                exchange.getMessage().getHeader("EntrataCompany"),
                exchange.getMessage().getHeader("EntrataReportName"),
                exchange.getMessage().getHeader("EntrataReportSource"),
                exchange.getMessage().getHeader("EntrataReportAsOf"),
                Files.size(file)));
    api.ingests.add("sandbox", "ing_9", IngestState.SUCCEEDED);
    IngestRun run = api.ingests.find("sandbox", "ing_9").orElseThrow();
    exchange.getMessage().setBody(run);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @BeforeEach
  void reset() {
    api.reset();
    api.ingests.all.clear();
    api.ingests.rows.clear();
    SEEN.clear();
  }

  private static Answer send(String query, String token, byte[] content) {
    return api.send(
        api.request("/reports" + query)
            .header("Authorization", "Bearer " + token)
            .header("Content-Disposition", "attachment; filename=\"Rent Roll.csv\"")
            .POST(BodyPublishers.ofByteArray(content)));
  }

  @Test
  void takesAFileLargerThanOtherBodiesInAndTellsOfItsRun() {
    Answer answer = send("?asOf=2026-11-24T06:00:00Z", api.token(), new byte[2 << 20]);

    assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/ingest-runs/ing_9");
    assertThat(answer.json().at("/data/rows/changed").asInt()).isEqualTo(3);
    assertThat(SEEN)
        .containsExactly("sandbox Rent Roll.csv upload 2026-11-24T06:00:00Z " + (2 << 20));
    assertThat(api.audit.entries.toString()).contains("report.ingested");
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> filesLeft() == 0);
  }

  private static long filesLeft() throws IOException {
    try (Stream<Path> files = Files.list(api.folder.resolve("reports"))) {
      return files.count();
    }
  }

  @Test
  void callsItByTheNameInTheQuery() {
    assertThat(send("?name=Availability.csv", api.token(), new byte[10]).status()).isEqualTo(201);
    assertThat(SEEN).containsExactly("sandbox Availability.csv upload null 10");
  }

  @Test
  void refusesATokenWithoutTheScopeAndTakesNothingIn() {
    Answer answer = send("", api.token("reports:read"), new byte[2 << 20]);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("requiredScope").asText()).isEqualTo("reports:write");
    assertThat(send("", "wrong", new byte[2 << 20]).problem()).isEqualTo("token-invalid");
    assertThat(SEEN).isEmpty();
  }

  @Test
  void refusesAFileThatIsTooLarge() {
    Answer answer = send("", api.token(), new byte[ApiServer.MOST_REPORT_BYTES + 1]);

    assertThat(answer.problem()).isEqualTo("file-too-large");
    assertThat(answer.json().path("detail").asText()).contains("entrata.ingest.file-bytes");
  }

  @Test
  void listsRunsByStateAndReport() {
    api.ingests.add("sandbox", "ing_1", IngestState.SUCCEEDED);
    api.ingests.add("sandbox", "ing_2", IngestState.REFUSED);
    String token = api.token();

    Answer refused = api.get("/ingest-runs?state=refused&report=rent-roll", token);
    assertThat(refused.json().path("data")).hasSize(1);
    assertThat(refused.json().at("/data/0/problem/kind").asText()).isEqualTo("wrong-total");
    assertThat(api.get("/ingest-runs?report=availability", token).json().path("data")).isEmpty();
    assertThat(api.get("/ingest-runs/ing_3", token).status()).isEqualTo(404);
  }

  @Test
  void pagesTheRowsThatWereKept() {
    api.ingests.add("sandbox", "ing_1", IngestState.SUCCEEDED);

    Answer rows = api.get("/ingest-runs/ing_1/rows", api.token());
    assertThat(rows.json().at("/data/0/values/balance").asText()).isEqualTo("1.00");
  }
}
