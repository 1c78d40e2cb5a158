package dev.camelentrata.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the header {@code webhook-signature} of Standard Webhooks 1.0.0. */
final class WebhookSignature {

  private WebhookSignature() {}

  /** One signature for each secret and, if there is a key, one {@code v1a}. */
  static String of(
      String id, Instant at, byte[] body, List<WebhookSecret> secrets, Optional<SigningKey> key) {
    byte[] content = content(id, at, body);
    List<String> signatures = new ArrayList<>();
    secrets.forEach(secret -> signatures.add(secret.sign(content)));
    key.ifPresent(k -> signatures.add(k.sign(content)));
    return String.join(" ", signatures);
  }

  private static byte[] content(String id, Instant at, byte[] body) {
    byte[] start = (id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream content = new ByteArrayOutputStream(start.length + body.length);
    content.writeBytes(start);
    content.writeBytes(body);
    return content.toByteArray();
  }
}
