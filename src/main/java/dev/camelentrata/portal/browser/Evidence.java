package dev.camelentrata.portal.browser;

import dev.camelentrata.portal.PortalException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriverException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a page looked like when it failed, without anybody's data: the page source and, from a
 * browser, a screenshot, in both of which only headings, labels, buttons and messages can be read.
 */
public final class Evidence {

  private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);
  private static final int KEPT = 50;

  private final Path folder;
  private final Clock clock;

  public Evidence(Path dataDir, Clock clock) {
    this.folder = dataDir.resolve("evidence");
    this.clock = clock;
  }

  /** Stores what the browser shows; nothing if the browser cannot tell any more. */
  Optional<Path> store(Browser browser, String operation, String mapEntry, PortalException why) {
    try {
      String url = RedactedPage.url(browser.driver().getCurrentUrl());
      String html = RedactedPage.html(browser.driver().getPageSource());
      ((JavascriptExecutor) browser.driver())
          .executeScript(RedactedPage.HIDE_TEXTS, RedactedPage.personal());
      byte[] screenshot = ((TakesScreenshot) browser.driver()).getScreenshotAs(OutputType.BYTES);
      Path place = newFolder(operation);
      Files.writeString(place.resolve("page.html"), html);
      Files.write(place.resolve("screenshot.png"), screenshot);
      describe(place, operation, mapEntry, why, url, browser.version());
      dropOldest();
      return Optional.of(place);
    } catch (WebDriverException e) {
      LOG.debug("No evidence could be taken: {}", e.getClass().getSimpleName());
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("Evidence could not be stored in {}: {}", folder, e.toString());
      return Optional.empty();
    }
  }

  /**
   * Stores what the portal answered to a call; empty if that fails.
   *
   * @param address the call's address; only the names of a screen are kept of it
   * @param written what was written into the portal; left out wherever the answer repeats it
   */
  public Optional<Path> store(
      String answer,
      String address,
      Collection<String> written,
      String operation,
      PortalException why) {
    try {
      Path place = newFolder(operation);
      Files.writeString(place.resolve("page.html"), RedactedPage.html(answer, written));
      describe(
          place, operation, why.mapEntry().orElse(null), why, RedactedPage.url(address), "none");
      dropOldest();
      return Optional.of(place);
    } catch (IOException e) {
      LOG.warn("Evidence could not be stored in {}: {}", folder, e.toString());
      return Optional.empty();
    }
  }

  private void describe(
      Path place,
      String operation,
      String mapEntry,
      PortalException why,
      String page,
      String browser)
      throws IOException {
    Files.writeString(
        place.resolve("entry.txt"),
        """
        time: %s
        operation: %s
        problem: %s
        map entry: %s
        page: %s
        browser: %s

        %s
        """
            .formatted(
                clock.instant(),
                operation,
                why.problem().slug(),
                mapEntry == null ? "-" : mapEntry,
                page,
                browser,
                why.getMessage()));
  }

  private synchronized Path newFolder(String operation) throws IOException {
    Files.createDirectories(folder);
    String name = STAMP.format(clock.instant()) + "-" + operation.replaceAll("[^A-Za-z0-9]", "_");
    Path place = folder.resolve(name);
    for (int n = 2; Files.exists(place); n++) {
      place = folder.resolve(name + "-" + n);
    }
    Files.createDirectory(place);
    if (place.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
    }
    return place;
  }

  private synchronized void dropOldest() throws IOException {
    List<Path> kept = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder)) {
      folders.forEach(kept::add);
    }
    Collections.sort(kept);
    for (int i = 0; i < kept.size() - KEPT; i++) {
      FileTree.delete(kept.get(i));
    }
  }
}
