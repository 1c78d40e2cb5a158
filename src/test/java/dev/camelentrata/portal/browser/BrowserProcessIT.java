package dev.camelentrata.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.portal.SandboxHouse;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriverService;

class BrowserProcessIT {

  @TempDir Path dataDir;

  @Test
  void leavesNothingBehind() throws Exception {
    try (Browsers browsers = browsers()) {
      Browser browser = browsers.start();
      assertThat(processes()).isNotEmpty();
      assertThat(browser.alive()).isTrue();
      assertThat(browsers.running()).isEqualTo(1);
    }
    assertNothingLeft();
  }

  @Test
  void endsTheBrowserWhoseDriverWasKilled() throws Exception {
    try (Browsers browsers = browsers()) {
      browsers.start();
      drivers().forEach(ProcessHandle::destroyForcibly);
      await().until(() -> drivers().isEmpty());
      assertThat(processes()).isNotEmpty();
    }
    assertNothingLeft();
  }

  @Test
  void clearsUpAfterABrowserThatWasKilled() throws Exception {
    try (Browsers browsers = browsers()) {
      Browser browser = browsers.start();
      processes().forEach(ProcessHandle::destroyForcibly);
      await().until(() -> !browser.alive());
      assertThat(browsers.running()).isZero();
    }
    assertNothingLeft();
  }

  @Test
  void endsWhatAKilledProgramLeft() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LeavesABrowser.class.getName(),
                dataDir.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.lines().anyMatch("started"::equals)).isTrue();
    } finally {
      program.destroyForcibly().waitFor();
    }
    assertThat(processes()).isNotEmpty();
    assertThat(drivers()).isNotEmpty();

    browsers().close();

    assertNothingLeft();
  }

  @Test
  void leavesTheBrowsersOfARunningProgramAlone() {
    try (Browsers first = browsers();
        Browsers second = browsers()) {
      first.start();
      assertThat(second.running()).isZero();
      assertThat(first.running()).isEqualTo(1);
    }
  }

  @Test
  void usesABrowserThatRunsElsewhere() throws Exception {
    BrowserSettings local =
        SandboxHouse.settings(dataDir).withWindow(true, List.of("--no-sandbox"));
    ChromeDriverService elsewhere =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(local.driver().toFile())
            .usingAnyFreePort()
            .build();
    elsewhere.start();
    try (Browsers browsers =
        new Browsers(local.onGrid(elsewhere.getUrl().toURI()), Clock.systemUTC())) {
      String agent =
          browsers.withBrowser(
              browser -> {
                browser.driver().get("data:text/html,<p>there</p>");
                return browser.version() + new BrowserCookies(browser).all();
              });
      assertThat(agent).endsWith("[]");
    } finally {
      elsewhere.stop();
    }
  }

  private Browsers browsers() {
    return new Browsers(SandboxHouse.settings(dataDir), Clock.systemUTC());
  }

  private Set<ProcessHandle> processes() {
    return BrowserProcesses.ofProfile(dataDir.toAbsolutePath().resolve("browsers").resolve("b-"));
  }

  /** The drivers that this folder's launcher script started. */
  private List<ProcessHandle> drivers() throws Exception {
    try (Stream<Path> files = Files.list(dataDir.resolve("browsers"))) {
      return files
          .filter(file -> file.toString().endsWith(".pid"))
          .map(BrowserProcessIT::pid)
          .flatMap(pid -> ProcessHandle.of(pid).stream())
          .filter(RunningProcess::runs)
          .toList();
    }
  }

  private static long pid(Path file) {
    try {
      return Long.parseLong(Files.readString(file).trim());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void assertNothingLeft() throws Exception {
    await().atMost(Duration.ofSeconds(5)).until(() -> processes().isEmpty());
    try (Stream<Path> files = Files.list(dataDir.resolve("browsers"))) {
      assertThat(files.map(f -> f.getFileName().toString())).allMatch("chromedriver.sh"::equals);
    }
  }

  /** A program that starts a browser and waits to be killed. */
  static final class LeavesABrowser {
    public static void main(String[] arguments) throws Exception {
      Browsers browsers =
          new Browsers(SandboxHouse.settings(Path.of(arguments[0])), Clock.systemUTC());
      Browser browser = browsers.start();
      browser.driver().get(URI.create("about:blank").toString());
      System.out.println("started");
      new java.util.concurrent.CountDownLatch(1).await();
    }
  }
}
