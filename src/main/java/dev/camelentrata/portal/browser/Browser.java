package dev.camelentrata.portal.browser;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openqa.selenium.HasCapabilities;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chromium.HasCdp;

/** A running browser. Used by one thread at a time; closing is safe from any thread. */
public final class Browser implements AutoCloseable {

  private final WebDriver driver;
  private final Instant startedAt;
  private final Runnable end;
  private final RunningProcess process;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * @param process null if the browser runs elsewhere
   */
  Browser(WebDriver driver, Instant startedAt, Runnable end, RunningProcess process) {
    this.driver = driver;
    this.startedAt = startedAt;
    this.end = end;
    this.process = process;
  }

  WebDriver driver() {
    return driver;
  }

  Instant startedAt() {
    return startedAt;
  }

  /** Whether its process still runs; always true on a Grid. */
  boolean alive() {
    return !closed.get() && (process == null || process.alive().isPresent());
  }

  /** Sends a command of the Chrome DevTools Protocol. */
  Map<String, Object> cdp(String command, Map<String, Object> parameters) {
    return ((HasCdp) driver).executeCdpCommand(command, parameters);
  }

  /** For example {@code 140.0.7339.16}. */
  String version() {
    return ((HasCapabilities) driver).getCapabilities().getBrowserVersion();
  }

  /** How it calls itself to servers, unless it was told otherwise. */
  String userAgent() {
    return String.valueOf(cdp("Browser.getVersion", Map.of()).get("userAgent"));
  }

  /** Ends the browser and every process of it. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      end.run();
    }
  }
}
