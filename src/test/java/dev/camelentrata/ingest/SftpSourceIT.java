package dev.camelentrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.sandbox.RunningSftp;
import dev.camelentrata.sandbox.SftpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The route {@code ingest-sftp} before OpenSSH and before the sandbox's own server. */
class SftpSourceIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final String NOT_INSTALLED =
      "OpenSSH's server is not installed; on Debian: apt-get install --yes openssh-server";

  @TempDir Path place;
  private Path root;
  private Path reports;
  private Path keys;

  @BeforeEach
  void furnish() throws IOException {
    SourceHouse.forget(DATABASE);
    root = place.resolve("root");
    reports = Files.createDirectories(root.resolve("reports"));
    keys = Files.createDirectories(place.resolve("keys"));
  }

  @Test
  void putsEveryFileOfOpenSshWhereItBelongs() throws Exception {
    assumeTrue(OpenSshServer.installed(), NOT_INSTALLED);
    try (OpenSshServer server = new OpenSshServer(keys, root);
        SourceHouse house = house(openSsh(server))) {
      DroppedFiles.endWhereTheyBelong(house, reports, "sftp://127.0.0.1/reports");
    }
  }

  @Test
  void goesOnWhenTheConnectionWasCutAndIsBack() throws Exception {
    assumeTrue(OpenSshServer.installed(), NOT_INSTALLED);
    try (OpenSshServer server = new OpenSshServer(keys, root);
        SourceHouse house = house(openSsh(server))) {
      Files.writeString(reports.resolve("before.csv"), "before");
      house.awaitLanded(1);
      server.cut();
      Files.writeString(reports.resolve("after.csv"), "after");
      server.start();

      house.awaitLanded(2);
      assertThat(SourceHouse.shelf(reports, ".done", 2)).hasSize(2);
    }
  }

  @Test
  void takesNothingFromAHostWhoseKeyIsAnother() throws Exception {
    assumeTrue(OpenSshServer.installed(), NOT_INSTALLED);
    try (OpenSshServer server = new OpenSshServer(keys, root)) {
      Files.writeString(reports.resolve("x.csv"), "x");
      String right = Files.readString(server.knownHosts());
      Files.writeString(
          server.knownHosts(),
          "[127.0.0.1]:" + server.port() + " " + Files.readString(keys.resolve("client_key.pub")));
      try (SourceHouse house = house(openSsh(server))) {
        await().atMost(Duration.ofSeconds(30)).until(() -> server.refusedConnections() > 2);
        assertThat(house.landed).isEmpty();
        assertThat(SourceHouse.names(reports)).containsExactly("x.csv");

        Files.writeString(server.knownHosts(), right);
        house.awaitLanded(1);
      }
    }
  }

  @Test
  void putsEveryFileOfTheSandboxWhereItBelongs() throws Exception {
    int port = OpenSshServer.freePort();
    try (RunningSftp server =
            new RunningSftp(new SftpSettings(port, "entrata", "sandbox-sftp", null), root, keys);
        SourceHouse house =
            house(
                Map.of(
                    "entrata.ingest.sftp.port", String.valueOf(port),
                    "entrata.ingest.sftp.directory", "reports",
                    "entrata.ingest.sftp.username", "entrata",
                    "entrata.ingest.sftp.password", "sandbox-sftp",
                    "entrata.ingest.sftp.known-hosts",
                        keys.resolve("sftp_known_hosts").toString()))) {
      DroppedFiles.endWhereTheyBelong(house, reports, "sftp://127.0.0.1/reports");
    }
  }

  private SourceHouse house(Map<String, String> server) throws Exception {
    Map<String, String> options = new HashMap<>(server);
    options.put("entrata.ingest.sftp.host", "127.0.0.1");
    options.put("entrata.ingest.sftp.company", "acme");
    return new SourceHouse(DATABASE, place.resolve("work"), options);
  }

  private Map<String, String> openSsh(OpenSshServer server) {
    return Map.of(
        "entrata.ingest.sftp.port", String.valueOf(server.port()),
        "entrata.ingest.sftp.directory", "reports",
        "entrata.ingest.sftp.username", System.getProperty("user.name"),
        "entrata.ingest.sftp.key-file", server.clientKey().toString(),
        "entrata.ingest.sftp.known-hosts", server.knownHosts().toString());
  }
}
