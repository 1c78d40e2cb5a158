package dev.camelentrata.sandbox;

import java.util.Objects;

/**
 * The SMTP server by which the sandbox sends its scheduled reports, without login or encryption.
 *
 * @param from who sends them
 * @param to who gets them
 */
public record MailSettings(String host, int port, String from, String to) {

  public MailSettings {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }
}
