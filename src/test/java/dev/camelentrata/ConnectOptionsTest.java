package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.accounting.system.SystemKind;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConnectOptionsTest {

  /** As application.properties has them, with the placeholders that it uses. */
  private static Map<String, String> shipped() throws IOException {
    Properties file = new Properties();
    try (Reader text = Files.newBufferedReader(Path.of("application.properties"))) {
      file.load(text);
    }
    Map<String, String> values = new TreeMap<>();
    for (String name : file.stringPropertyNames()) {
      if (name.matches("entrata\\.(quickbooks|xero)\\..*")) {
        values.put(
            name,
            file.getProperty(name)
                .replace("{{entrata.sandbox.port}}", "8090")
                .replaceAll("\\{\\{env:[A-Z_]+:(.*)}}", "$1"));
      }
    }
    return values;
  }

  @Test
  void takesWhatIsShippedAndNamesEveryOption() throws IOException {
    Options options = new Options(shipped());

    assertThat(ConnectOptions.systems(options)).containsOnlyKeys(SystemKind.values());
    assertThat(ConnectOptions.apis(options).get(SystemKind.XERO))
        .isEqualTo(URI.create("http://127.0.0.1:8090/xero/api.xro/2.0"));
    options.refuseUnknown();
  }

  @Test
  void sendsNoSecretInClearToAnotherMachine() throws IOException {
    Map<String, String> values = shipped();
    values.put("entrata.xero.token-url", "http://identity.xero.com/connect/token");

    assertThatThrownBy(() -> ConnectOptions.systems(new Options(values)))
        .hasMessage(
            "entrata.xero.token-url is \"http://identity.xero.com/connect/token\" but must be an"
                + " https address; http only on this machine.");
  }

  @Test
  void printsNoSecret() throws IOException {
    assertThat(ConnectOptions.systems(new Options(shipped())).toString())
        .doesNotContain("sandbox-secret");
  }
}
