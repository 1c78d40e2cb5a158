package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The reference page in a real browser. */
class ReferencePageIT {

  private ApiServer api;
  private ChromeDriver browser;

  @BeforeEach
  void start() {
    api = ApiServer.start();
    ChromeOptions options = new ChromeOptions();
    binary("ENTRATA_BROWSER_BINARY", "/usr/bin/chromium").ifPresent(options::setBinary);
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,1500");
    ChromeDriverService.Builder driver = new ChromeDriverService.Builder();
    binary("ENTRATA_WEBDRIVER", "/usr/bin/chromedriver")
        .ifPresent(path -> driver.usingDriverExecutable(Path.of(path).toFile()));
    browser = new ChromeDriver(driver.build(), options);
  }

  @AfterEach
  void stop() {
    if (browser != null) {
      browser.quit();
    }
    api.close();
  }

  @Test
  void showsEveryOperationWithAssetsOfThisServerOnly() throws IOException {
    browser.get("http://127.0.0.1:" + api.port() + "/docs");

    JsonNode described = described();
    WebDriverWait wait = new WebDriverWait(browser, Duration.ofSeconds(60));
    By tag = By.cssSelector(".opblock-tag");
    wait.until(page -> page.findElements(tag).size() == described.path("tags").size());
    browser.findElement(By.cssSelector("[data-tag='Leases']")).click();
    By operation = By.cssSelector(".opblock .opblock-summary-path");
    wait.until(page -> page.findElements(operation).size() == operations(described, "Leases"));
    Files.write(Path.of("target", "docs.png"), browser.getScreenshotAs(OutputType.BYTES));
    assertThat(browser.findElements(By.cssSelector(".errors-wrapper"))).isEmpty();
    List<?> loaded =
        (List<?>)
            browser.executeScript(
                "return performance.getEntriesByType('resource').map(e => e.name)");
    assertThat(loaded)
        .isNotEmpty()
        .allSatisfy(
            url ->
                assertThat(url.toString())
                    .matches("(data:|http://127\\.0\\.0\\.1:" + api.port() + "/).*"));
  }

  /** What the page is made from. */
  private JsonNode described() {
    try {
      return new ObjectMapper()
          .readTree(URI.create("http://127.0.0.1:" + api.port() + "/openapi.json").toURL());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int operations(JsonNode described, String tag) {
    int count = 0;
    for (JsonNode path : described.path("paths")) {
      for (JsonNode operation : path) {
        count += operation.path("tags").path(0).asText().equals(tag) ? 1 : 0;
      }
    }
    assertThat(count).isGreaterThan(5);
    return count;
  }

  private static Optional<String> binary(String variable, String usual) {
    return Stream.of(System.getenv(variable), usual)
        .filter(path -> path != null && Files.isExecutable(Path.of(path)))
        .findFirst();
  }
}
