package dev.camelentrata.portal;

import dev.camelentrata.portal.browser.BrowserSettings;
import dev.camelentrata.portal.map.PortalMapFiles;
import dev.camelentrata.portal.session.Fingerprint;
import dev.camelentrata.portal.session.InMemorySessionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Portal clients for programs that have the jar alone. */
public final class PortalClients {

  private PortalClients() {}

  /**
   * A client for one company, whose portal sessions live in memory and end with it. Starts browsers
   * found on this machine, or named by {@code ENTRATA_BROWSER_BINARY} and {@code
   * ENTRATA_WEBDRIVER}.
   *
   * @param dataDir the folder for browser profiles and evidence; null for one below the system's
   *     folder for temporary files
   */
  public static PortalClient standalone(PortalCompany company, Path dataDir) {
    Clock clock = Clock.systemUTC();
    PortalClient client =
        new PortalClientBuilder()
            .companies(List.of(company))
            .maps(new PortalMapFiles(List.of(company), clock))
            .store(new InMemorySessionStore())
            .browsers(BrowserSettings.in(dataDir == null ? temporary() : dataDir, System.getenv()))
            .fingerprint(randomlyKeyed())
            .clock(clock)
            .build();
    return client;
  }

  /** The same folder at each start, so that what a killed program left is found. */
  private static Path temporary() {
    String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9._-]", "_");
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "camel-entrata-" + user);
    try {
      Files.createDirectories(folder);
      if (Files.isSymbolicLink(folder) || !Files.getOwner(folder).getName().equals(user)) {
        return Files.createTempDirectory("camel-entrata-");
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot create " + folder + "; give the option dataDir a folder that can be written", e);
    }
  }

  private static Fingerprint randomlyKeyed() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    SecretKeySpec secret = new SecretKeySpec(key, "HmacSHA256");
    return (text, context) -> {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(secret);
        mac.update(context.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("HmacSHA256 is missing", e);
      }
    };
  }
}
