package dev.camelentrata.portal.browser;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How browsers are started and how long they may take.
 *
 * @param binary the Chromium or Chrome to start; null to let Selenium Manager find one
 * @param driver the chromedriver that fits it; null to let Selenium Manager find one
 * @param grid a Selenium Grid to use in place of a local browser; null for a local one
 * @param maxActive browsers that work at the same time, at least 1; others wait
 * @param pageLoad the longest time a page may take to load
 * @param script the longest time a script in a page may take
 * @param ready the longest time to wait for an expected sign on a page that has loaded
 * @param extraArguments further command-line arguments of the browser
 * @param dataDir where profiles, evidence and the list of running browsers are kept
 */
public record BrowserSettings(
    Path binary,
    Path driver,
    URI grid,
    boolean headless,
    int maxActive,
    Duration pageLoad,
    Duration script,
    Duration ready,
    List<String> extraArguments,
    Path dataDir) {

  public BrowserSettings {
    Objects.requireNonNull(dataDir, "dataDir");
    extraArguments = List.copyOf(extraArguments);
    if (maxActive < 1) {
      throw new IllegalArgumentException("at least 1 browser must be allowed, not " + maxActive);
    }
    for (Duration limit : List.of(pageLoad, script, ready)) {
      if (limit.isNegative() || limit.isZero()) {
        throw new IllegalArgumentException("a browser's time limit must be positive: " + limit);
      }
    }
    dataDir = dataDir.toAbsolutePath().normalize();
  }

  /**
   * The defaults, with the browser found on this machine.
   *
   * @param environment usually {@link System#getenv()}; {@code ENTRATA_BROWSER_BINARY} and {@code
   *     ENTRATA_WEBDRIVER} win over what is found
   */
  public static BrowserSettings in(Path dataDir, Map<String, String> environment) {
    BrowserBinaries found = BrowserBinaries.find(environment);
    return new BrowserSettings(
        found.browser(),
        found.driver(),
        null,
        true,
        2,
        Duration.ofSeconds(25),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        List.of(),
        dataDir);
  }

  /** The same with a Selenium Grid. */
  public BrowserSettings onGrid(URI grid) {
    return new BrowserSettings(
        binary,
        driver,
        grid,
        headless,
        maxActive,
        pageLoad,
        script,
        ready,
        extraArguments,
        dataDir);
  }

  /** The same with other limits. */
  public BrowserSettings withLimits(
      int maxActive, Duration pageLoad, Duration script, Duration ready) {
    return new BrowserSettings(
        binary,
        driver,
        grid,
        headless,
        maxActive,
        pageLoad,
        script,
        ready,
        extraArguments,
        dataDir);
  }

  /** The same with a window to look at, or without one, and further command-line arguments. */
  public BrowserSettings withWindow(boolean headless, List<String> extraArguments) {
    return new BrowserSettings(
        binary,
        driver,
        grid,
        headless,
        maxActive,
        pageLoad,
        script,
        ready,
        extraArguments,
        dataDir);
  }
}
