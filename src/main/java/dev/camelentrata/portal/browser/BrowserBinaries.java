package dev.camelentrata.portal.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The browser and the driver on this machine.
 *
 * @param browser null if none was found
 * @param driver null if none was found
 */
record BrowserBinaries(Path browser, Path driver) {

  static final String BROWSER_VARIABLE = "ENTRATA_BROWSER_BINARY";
  static final String DRIVER_VARIABLE = "ENTRATA_WEBDRIVER";

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> DRIVERS = List.of("chromedriver");

  static BrowserBinaries find(Map<String, String> environment) {
    return new BrowserBinaries(
        find(environment, BROWSER_VARIABLE, BROWSERS), find(environment, DRIVER_VARIABLE, DRIVERS));
  }

  private static Path find(Map<String, String> environment, String variable, List<String> names) {
    String given = environment.get(variable);
    if (given != null && !given.isBlank()) {
      Path path = Path.of(given);
      if (!Files.isExecutable(path) || Files.isDirectory(path)) {
        throw new IllegalArgumentException(
            variable + " names " + given + ", which is not a program that can be run");
      }
      return path;
    }
    String search = "/usr/bin" + File.pathSeparator + environment.getOrDefault("PATH", "");
    for (String name : names) {
      for (String folder : search.split(File.pathSeparator, -1)) {
        Path candidate = Path.of(folder.isEmpty() ? "." : folder, name);
        if (!folder.isEmpty() && Files.isExecutable(candidate) && Files.isRegularFile(candidate)) {
          return candidate;
        }
      }
    }
    return null;
  }
}
