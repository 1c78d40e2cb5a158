package dev.camelentrata.sandbox;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The SFTP server on which the sandbox drops its scheduled reports.
 *
 * @param port TCP port on 127.0.0.1
 * @param username who may log in
 * @param password their password; empty: none is taken
 * @param authorizedKeys a file of public keys as OpenSSH writes it; null: none is taken
 */
public record SftpSettings(int port, String username, String password, Path authorizedKeys) {

  private static final int LAST_PORT = 65_535;

  public SftpSettings {
    if (port < 1 || port > LAST_PORT) {
      throw new IllegalArgumentException(
          "sandbox sftp port must be from 1 to " + LAST_PORT + ", not " + port);
    }
    Objects.requireNonNull(username, "username");
    Objects.requireNonNull(password, "password");
  }

  /** Does not show the password. */
  @Override
  public String toString() {
    return "SftpSettings[" + port + ", " + username + "]";
  }
}
