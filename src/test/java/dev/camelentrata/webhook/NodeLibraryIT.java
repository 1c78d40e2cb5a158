package dev.camelentrata.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the npm library {@code standardwebhooks} says of our signatures, where node is installed.
 */
class NodeLibraryIT {

  private static final String BODY = "{\"type\":\"lease.created\",\"data\":{\"name\":\"Zoë\"}}";
  private static final String SCRIPT =
      """
      import { readFileSync } from 'node:fs';
      import { Webhook } from 'standardwebhooks';
      for (const c of JSON.parse(readFileSync('cases.json', 'utf8'))) {
        try {
          new Webhook(c.secret).verify(c.body, c.headers);
          console.log(c.name + ' accepted');
        } catch (e) {
          console.log(c.name + ' refused: ' + e.message);
        }
      }
      """;

  @TempDir Path folder;

  private final ObjectMapper json = new ObjectMapper();
  private final WebhookSecret secret = WebhookSecret.make(new SecureRandom());
  private final WebhookSecret previous = WebhookSecret.make(new SecureRandom());

  @Test
  void acceptsOursDuringARotationTooAndRefusesAnAlteredBodyAndAnOldTimestamp() throws Exception {
    assumeTrue(installed("node") && installed("npm"), "node and npm are not installed");
    String installation =
        run("npm", "install", "--no-audit", "--no-fund", "--no-save", "standardwebhooks@1.0.0");
    assumeTrue(
        Files.exists(folder.resolve("node_modules/standardwebhooks")),
        "the library could not be installed: " + installation);
    Instant now = Clock.systemUTC().instant();
    Files.writeString(
        folder.resolve("cases.json"),
        json.writeValueAsString(
            List.of(
                example("new-secret", secret, BODY, now),
                example("old-secret", previous, BODY, now),
                example("stranger", WebhookSecret.make(new SecureRandom()), BODY, now),
                example("altered", secret, BODY.replace("Zoë", "Zoé"), now),
                example("old", secret, BODY, now.minus(Duration.ofMinutes(6))))));
    Files.writeString(folder.resolve("verify.mjs"), SCRIPT);

    assertThat(run("node", "verify.mjs").lines())
        .containsExactly(
            "new-secret accepted",
            "old-secret accepted",
            "stranger refused: No matching signature found",
            "altered refused: No matching signature found",
            "old refused: Message timestamp too old");
  }

  /** Signed over the unaltered body with both secrets. */
  private ObjectNode example(String name, WebhookSecret known, String body, Instant at) {
    ObjectNode example = json.createObjectNode();
    example.put("name", name).put("secret", known.text()).put("body", body);
    example
        .putObject("headers")
        .put("webhook-id", "evt_1")
        .put("webhook-timestamp", Long.toString(at.getEpochSecond()))
        .put(
            "webhook-signature",
            WebhookSignature.of(
                "evt_1",
                at,
                BODY.getBytes(StandardCharsets.UTF_8),
                List.of(secret, previous),
                Optional.empty()));
    return example;
  }

  private static boolean installed(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  private String run(String... command) throws IOException, InterruptedException {
    Path output = folder.resolve(command[0] + ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return Files.readString(output);
  }
}
