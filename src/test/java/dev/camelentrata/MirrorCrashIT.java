package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.resource.ResourceCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the mirror is like after the application was killed in the middle of its first sync. */
class MirrorCrashIT {

  private static final int RESOURCES = ResourceCatalog.load().all().size();
  private static final Map<String, String> OPTIONS =
      Map.of(
          "entrata.sandbox.properties", "3",
          "entrata.sandbox.units-per-property", "30",
          "entrata.api.requests-per-minute", "100000");

  @TempDir Path dataDir;

  @Test
  void equalsThePortalAgainByItself() {
    try (RunningApplication first = RunningApplication.start(dataDir, OPTIONS)) {
      String token = first.token("manager@sandbox.test", "manager-pass");
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !succeeded(first, token).isEmpty());
      first.kill();
    }
    try (RunningApplication second = RunningApplication.start(dataDir, OPTIONS)) {
      String token = second.token("manager@sandbox.test", "manager-pass");
      await()
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofMillis(300))
          .until(() -> succeeded(second, token).size() >= RESOURCES);

      MirrorComparison comparison = new MirrorComparison(second, token);

      assertThat(comparison.differences()).isEmpty();
      assertThat(comparison.compared()).isGreaterThan(1000);
    }
  }

  private static JsonNode succeeded(RunningApplication application, String token) {
    return application.get("/sync-runs?limit=500&state=succeeded", token).json().path("data");
  }
}
