package dev.camelentrata.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.camelentrata.webhook.Issued;
import dev.camelentrata.webhook.WebhookEndpoint;
import java.time.Instant;
import java.util.List;

/**
 * A webhook endpoint as the API shows it.
 *
 * @param headers the names of its own headers; their values are never shown
 * @param secret only where it was just made
 */
record EndpointView(
    String id,
    String url,
    String description,
    List<String> types,
    List<String> propertyIds,
    Integer ratePerMinute,
    List<String> headers,
    boolean asymmetric,
    boolean disabled,
    String disabledReason,
    Instant disabledAt,
    Instant failingSince,
    Instant pausedUntil,
    Instant previousSecretUntil,
    Instant createdAt,
    Instant updatedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) String secret) {

  /** One endpoint, in the same shape as a list's {@code data}. */
  record One(EndpointView data) {}

  /** The public key of its signatures {@code v1a}. */
  record Key(String algorithm, String publicKey) {}

  /** The key, in the shape of everything else. */
  record OneKey(Key data) {}

  static EndpointView of(WebhookEndpoint endpoint) {
    return of(endpoint, null);
  }

  static One of(Issued issued) {
    return new One(of(issued.endpoint(), issued.secret()));
  }

  private static EndpointView of(WebhookEndpoint endpoint, String secret) {
    return new EndpointView(
        endpoint.id(),
        endpoint.url(),
        endpoint.description(),
        endpoint.types(),
        endpoint.propertyIds(),
        endpoint.ratePerMinute(),
        endpoint.headerNames(),
        endpoint.asymmetric(),
        endpoint.disabled(),
        endpoint.disabledReason(),
        endpoint.disabledAt(),
        endpoint.failingSince(),
        endpoint.pausedUntil(),
        endpoint.previousSecretUntil(),
        endpoint.createdAt(),
        endpoint.updatedAt(),
        secret);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "EndpointView[" + id + "]";
  }
}
