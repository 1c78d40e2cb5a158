package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconcileTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void saysThatNobodyAnswers() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    assertThat(run("http://127.0.0.1:" + port, "date=2026-11-27")).isEqualTo(Reconcile.FAILED);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("does not answer; is camel-entrata running there?");
  }

  @Test
  void asksForADayAndKnowsItsArguments() {
    assertThat(run("http://127.0.0.1:1", "date=", "from=", "repair=")).isEqualTo(Reconcile.FAILED);
    assertThat(run("http://127.0.0.1:1", "day=2026-11-27")).isEqualTo(Reconcile.FAILED);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Say which day: DATE=2026-11-27", "day is unknown; there are date, from, to");
  }

  private int run(String api, String... arguments) {
    return new Reconcile(
            Map.of("ENTRATA_API_URL", api), new PrintStream(out, true, StandardCharsets.UTF_8))
        .run(arguments);
  }
}
