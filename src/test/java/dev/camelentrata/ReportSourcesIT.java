package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.resource.ResourceCatalog;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Report files on their way from the sandbox's SFTP server and a folder to the REST API. */
class ReportSourcesIT {

  private static final int RESOURCES = ResourceCatalog.load().all().size();
  private static final int ROWS = 120_000;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path dataDir;
  @TempDir Path folder;

  @Test
  void bringsReportsIntoTheMirrorAndTakesUpAFileAgainAfterAKill() throws IOException {
    Map<String, String> options = options(freePort());
    Path reports = dataDir.resolve("sandbox/reports");
    try (RunningApplication first = RunningApplication.start(dataDir, options)) {
      String token = first.token("manager@sandbox.test", "manager-pass");
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(300))
          .until(
              () -> data(first, token, "/sync-runs?limit=500&state=succeeded").size() >= RESOURCES);
      String order = data(first, token, "/properties/1001/work-orders").get(0).path("id").asText();
      first.sandbox("PUT", "/records/work-orders/" + order, "{\"description\": \"Seen by file\"}");
      drop(first, "csv");
      await().atMost(PATIENCE).until(() -> names(reports.resolve(".done")).size() == 8);

      assertThat(names(reports.resolve(".failed"))).isEmpty();
      assertThat(names(reports)).isEmpty();
      assertThat(first.get("/work-orders/" + order, token).json().at("/data/description").asText())
          .isEqualTo("Seen by file");
      assertThat(data(first, token, "/ingest-runs?limit=100"))
          .hasSize(8)
          .allSatisfy(
              run -> {
                assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("succeeded");
                assertThat(run.path("source").asText()).isEqualTo("sftp://127.0.0.1/");
              });

      drop(first, "csv");
      await().atMost(PATIENCE).until(() -> names(reports).isEmpty());
      assertThat(data(first, token, "/ingest-runs?limit=100")).hasSize(8);

      large();
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !data(first, token, "/ingest-runs?state=running").isEmpty());
      first.kill();
      assertThat(names(folder)).hasSize(1);
    }
    try (RunningApplication second = RunningApplication.start(dataDir, options)) {
      String token = second.token("manager@sandbox.test", "manager-pass");
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> names(folder.resolve(".done")).size() == 1);

      JsonNode run = data(second, token, "/ingest-runs?state=succeeded&limit=1").get(0);
      assertThat(run.path("source").asText()).isEqualTo("folder");
      assertThat(run.at("/rows/read").asInt(run.at("/counts/read").asInt())).isEqualTo(ROWS);
      assertThat(data(second, token, "/ingest-runs?state=running")).isEmpty();
      assertThat(second.get("/work-orders/900000001", token).status()).isEqualTo(200);
      assertThat(second.get("/work-orders/" + (900_000_000 + ROWS), token).status()).isEqualTo(200);
    }
  }

  private Map<String, String> options(int port) {
    Map<String, String> options = new HashMap<>();
    options.put("entrata.sandbox.properties", "2");
    options.put("entrata.sandbox.units-per-property", "30");
    options.put("entrata.sandbox.sftp.port", String.valueOf(port));
    options.put("entrata.sync.work-orders.cron", "0 0 3 1 1 ?");
    options.put("entrata.api.requests-per-minute", "100000");
    options.put("entrata.ingest.delay", "200");
    options.put("entrata.ingest.settle", "300");
    options.put("entrata.ingest.folder.path", folder.toString());
    options.put("entrata.ingest.sftp.host", "127.0.0.1");
    options.put("entrata.ingest.sftp.port", String.valueOf(port));
    options.put("entrata.ingest.sftp.username", "entrata");
    options.put("entrata.ingest.sftp.password", "sandbox-sftp");
    options.put(
        "entrata.ingest.sftp.known-hosts", dataDir.resolve("sandbox/sftp_known_hosts").toString());
    return options;
  }

  private static void drop(RunningApplication application, String format) {
    RunningApplication.Answer dropped =
        application.sandbox("POST", "/reports/drop", "{\"format\": \"" + format + "\"}");
    assertThat(dropped.status()).as(dropped.response().body()).isEqualTo(201);
  }

  /** A file that takes a while, moved into the folder at once. */
  private void large() throws IOException {
    String name = LocalDate.now(ZoneOffset.UTC) + "_Work Order Details.csv";
    Path file = folder.resolve(name + ".part");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("Property,Reference,Created,Status,Priority,Type,Problem\n");
      String property = "1001";
      for (int i = 1; i <= ROWS; i++) {
        out.write(
            property
                + ","
                + (900_000_000 + i)
                + ",11/20/2026,Open,Standard,Service Request,Leak\n");
      }
    }
    Files.move(file, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static JsonNode data(RunningApplication application, String token, String path) {
    RunningApplication.Answer answer = application.get(path, token);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.json().path("data");
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
