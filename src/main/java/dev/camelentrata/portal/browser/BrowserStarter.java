package dev.camelentrata.portal.browser;

import java.io.IOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.Augmenter;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;

/** Starts one browser: local Chromium with a fresh profile, or one on a Selenium Grid. */
final class BrowserStarter {

  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final BrowserSettings settings;
  private final BrowserLedger ledger;
  private final Clock clock;
  private final Optional<Path> launcher;

  /** Says at every start that Selenium lacks typed commands for this browser; we use none. */
  private final Logger versionFinder =
      Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  BrowserStarter(BrowserSettings settings, BrowserLedger ledger, Clock clock) {
    this.settings = settings;
    this.ledger = ledger;
    this.clock = clock;
    versionFinder.setLevel(Level.SEVERE);
    this.launcher = DriverLauncher.write(ledger.folder(), settings.driver());
  }

  Browser start() {
    return settings.grid() == null ? local() : remote();
  }

  private Browser remote() {
    RemoteWebDriver driver;
    try {
      driver =
          new RemoteWebDriver(settings.grid().toURL(), options(null), ClientConfig.defaultConfig());
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("not the address of a Selenium Grid: " + settings.grid());
    } catch (WebDriverException e) {
      throw BrowserFailure.noBrowser(settings, e);
    }
    limit(driver);
    return new Browser(new Augmenter().augment(driver), clock.instant(), () -> quit(driver), null);
  }

  private static void quit(RemoteWebDriver driver) {
    try {
      driver.quit();
    } catch (WebDriverException e) {
      // The Grid frees the slot by its own session time-out.
    }
  }

  private Browser local() {
    BrowserLedger.Entry entry = ledger.begin();
    Path profile = ledger.profile(entry);
    ChromeDriverService service = service(entry);
    try {
      service.start();
      RunningProcess driverProcess = ledger.readDriverPid(entry).orElse(null);
      ledger.write(entry.with(driverProcess, null));
      ChromeDriver driver =
          new ChromeDriver(
              service, options(profile), ClientConfig.defaultConfig().readTimeout(ANSWER));
      BrowserLedger.Entry known = known(entry, driverProcess, driver);
      ledger.write(known);
      limit(driver);
      return new Browser(
          driver,
          clock.instant(),
          new LocalBrowserEnd(ledger, known, driver, service),
          known.browser());
    } catch (IOException | RuntimeException e) {
      new LocalBrowserEnd(ledger, entry, null, service).run();
      throw BrowserFailure.noBrowser(settings, e);
    }
  }

  private static BrowserLedger.Entry known(
      BrowserLedger.Entry entry, RunningProcess driverProcess, ChromeDriver driver) {
    if (driver.getCapabilities().getCapability("goog:processID") instanceof Number pid) {
      RunningProcess browser =
          ProcessHandle.of(pid.longValue()).map(RunningProcess::of).orElse(null);
      RunningProcess parent =
          driverProcess == null
              ? BrowserProcesses.parent(pid.longValue()).orElse(null)
              : driverProcess;
      return entry.with(parent, browser);
    }
    return entry.with(driverProcess, null);
  }

  private ChromeDriverService service(BrowserLedger.Entry entry) {
    ChromeDriverService.Builder builder = new ChromeDriverService.Builder().usingAnyFreePort();
    builder.withLogOutput(OutputStream.nullOutputStream());
    if (launcher.isPresent()) {
      builder
          .usingDriverExecutable(launcher.get().toFile())
          .withEnvironment(Map.of(DriverLauncher.PID_FILE, ledger.driverPid(entry).toString()));
    } else if (settings.driver() != null) {
      builder.usingDriverExecutable(settings.driver().toFile());
    }
    return builder.build();
  }

  private ChromeOptions options(Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setPageLoadStrategy(PageLoadStrategy.NORMAL);
    if (settings.headless()) {
      options.addArguments("--headless=new");
    }
    options.addArguments(
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1366,900");
    if (profile != null) {
      options.addArguments("--user-data-dir=" + profile);
      if (settings.binary() != null) {
        options.setBinary(settings.binary().toFile());
      }
      if ("root".equals(System.getProperty("user.name"))) {
        options.addArguments("--no-sandbox");
      }
    }
    options.addArguments(settings.extraArguments());
    return options;
  }

  private void limit(RemoteWebDriver driver) {
    driver
        .manage()
        .timeouts()
        .pageLoadTimeout(settings.pageLoad())
        .scriptTimeout(settings.script())
        .implicitlyWait(Duration.ZERO);
  }
}
