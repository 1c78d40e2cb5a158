package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application killed at its worst moment, started again, and ended properly. */
class CrashIT {

  @TempDir Path folder;

  @Test
  void losesNoTokenAndLeavesNoProcessWhenKilledInMidLogin() {
    Path data = folder.resolve("data");
    String token;
    try (RunningApplication first = RunningApplication.start(data, Map.of())) {
      token = first.token("manager@sandbox.test", "manager-pass");
      assertThat(first.get("/properties", token).status()).isEqualTo(200);
      first.sandbox("PUT", "/latency", "{\"millis\": 2000}");
      CompletableFuture.runAsync(() -> first.token("onsite@sandbox.test", "onsite-pass"));
      await().atMost(Duration.ofSeconds(30)).until(() -> browsersOf(data) > 0);
      first.kill();
    }
    assertThat(processesOf(data)).as("what a kill leaves behind").isNotEmpty();

    try (RunningApplication second = RunningApplication.start(data, Map.of())) {
      await().atMost(Duration.ofSeconds(20)).until(() -> browsersOf(data) == 0);
      RunningApplication.Answer units = second.get("/properties/1001/units", token);
      assertThat(units.status()).as(units.response().body()).isEqualTo(200);
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> processesOf(data).isEmpty());
  }

  private static long browsersOf(Path data) {
    return processesOf(data).stream().filter(command -> command.contains("chrom")).count();
  }

  /**
   * The command lines that name the data folder: browsers by their profile, the database by its
   * data.
   */
  private static List<String> processesOf(Path data) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .map(process -> process.info().commandLine().orElse(""))
        .filter(
            command ->
                command.contains(data.toString())
                    && !command.contains("dev.camelentrata.Application"))
        .toList();
  }
}
