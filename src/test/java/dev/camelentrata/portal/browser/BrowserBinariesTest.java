package dev.camelentrata.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserBinariesTest {

  @TempDir Path folder;

  @Test
  void theEnvironmentWins() throws Exception {
    Path browser = program("my-chromium");
    Path driver = program("my-driver");

    BrowserBinaries found =
        BrowserBinaries.find(
            Map.of(
                "ENTRATA_BROWSER_BINARY", browser.toString(),
                "ENTRATA_WEBDRIVER", driver.toString()));

    assertThat(found).isEqualTo(new BrowserBinaries(browser, driver));
  }

  @Test
  void refusesAProgramThatIsNotThere() {
    assertThatThrownBy(() -> BrowserBinaries.find(Map.of("ENTRATA_WEBDRIVER", folder + "/missing")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ENTRATA_WEBDRIVER")
        .hasMessageContaining("missing");
  }

  private Path program(String name) throws Exception {
    Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }
}
