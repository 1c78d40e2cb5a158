package dev.camelentrata.portal.browser;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a local browser: asks the driver to quit, then makes sure that no process is left, whoever
 * of driver and browser was killed before.
 */
final class LocalBrowserEnd implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalBrowserEnd.class);
  private static final Duration QUIT = Duration.ofSeconds(5);

  private final BrowserLedger ledger;
  private final BrowserLedger.Entry entry;
  private final ChromeDriver driver;
  private final ChromeDriverService service;

  /**
   * @param driver null if it never came up
   */
  LocalBrowserEnd(
      BrowserLedger ledger,
      BrowserLedger.Entry entry,
      ChromeDriver driver,
      ChromeDriverService service) {
    this.ledger = ledger;
    this.entry = entry;
    this.driver = driver;
    this.service = service;
  }

  @Override
  public void run() {
    Set<ProcessHandle> processes = BrowserProcesses.trees(entry.roots());
    ledger
        .readDriverPid(entry)
        .ifPresent(found -> processes.addAll(BrowserProcesses.trees(java.util.List.of(found))));
    quit();
    processes.addAll(BrowserProcesses.ofProfile(ledger.profile(entry)));
    BrowserProcesses.gone(processes, Duration.ofSeconds(1));
    if (BrowserProcesses.end(processes).isEmpty()) {
      ledger.end(entry);
    } else {
      LOG.warn("A browser could not be ended; it is tried again at the next start");
    }
  }

  private void quit() {
    CompletableFuture<Void> quitting = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                if (driver != null) {
                  driver.quit();
                }
                service.stop();
              } catch (RuntimeException e) {
                LOG.debug("The driver did not quit by itself: {}", e.getClass().getSimpleName());
              } finally {
                quitting.complete(null);
              }
            },
            "entrata-browser-quit");
    thread.setDaemon(true);
    thread.start();
    try {
      quitting.get(QUIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("The driver does not answer; its processes are ended");
    }
  }
}
