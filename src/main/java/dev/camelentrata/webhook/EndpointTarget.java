package dev.camelentrata.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a delivery needs to know of its endpoint; holds opened secrets and is never printed.
 *
 * @param version changes with every change of the endpoint
 * @param previous the secret before the last rotation; good until {@code previousUntil}
 * @param key empty where no {@code v1a} is wanted
 */
record EndpointTarget(
    String id,
    long version,
    String url,
    Map<String, String> headers,
    WebhookSecret secret,
    Optional<WebhookSecret> previous,
    Instant previousUntil,
    Optional<SigningKey> key) {

  /** The secrets in force, the newest first. */
  List<WebhookSecret> secrets(Instant now) {
    List<WebhookSecret> secrets = new ArrayList<>();
    secrets.add(secret);
    previous.filter(s -> now.isBefore(previousUntil)).ifPresent(secrets::add);
    return secrets;
  }

  @Override
  public String toString() {
    return "EndpointTarget[" + id + "]";
  }
}
