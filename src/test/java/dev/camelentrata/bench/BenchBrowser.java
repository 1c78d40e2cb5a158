package dev.camelentrata.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A plain headless browser for the scrape that we compare with. */
record BenchBrowser(WebDriver driver) implements AutoCloseable {

  static BenchBrowser start(Path folder) throws IOException {
    ChromeOptions options = new ChromeOptions();
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + Files.createTempDirectory(folder, "scrape"));
    program("ENTRATA_BROWSER_BINARY", "/usr/bin/chromium").ifPresent(options::setBinary);
    ChromeDriverService.Builder service = new ChromeDriverService.Builder();
    program("ENTRATA_WEBDRIVER", "/usr/bin/chromedriver").ifPresent(service::usingDriverExecutable);
    return new BenchBrowser(new ChromeDriver(service.build(), options));
  }

  private static Optional<File> program(String variable, String otherwise) {
    String named = System.getenv(variable);
    File file = new File(named == null || named.isBlank() ? otherwise : named);
    return Optional.of(file).filter(File::canExecute);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
