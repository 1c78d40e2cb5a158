package dev.camelentrata.webhook;

import java.time.Instant;
import java.util.List;

/**
 * Where events are delivered to; without its secrets.
 *
 * @param sequence orders endpoints by their creation
 * @param propertyIds only events of these; null for all that its creator may see
 * @param headerNames the headers of its own; their values are never shown
 * @param disabledAt null while it is enabled
 * @param disabledReason {@code request}, {@code gone} or {@code failing}; null while enabled
 * @param failingSince since when not one delivery has arrived; null if the last one did
 * @param pausedUntil until when the receiver wants to be left alone; null if it does not
 * @param previousSecretUntil until when the secret before the last rotation is used too
 */
public record WebhookEndpoint(
    String id,
    long sequence,
    String url,
    String description,
    List<String> types,
    List<String> propertyIds,
    Integer ratePerMinute,
    List<String> headerNames,
    boolean asymmetric,
    String publicKey,
    Instant disabledAt,
    String disabledReason,
    Instant failingSince,
    Instant pausedUntil,
    Instant previousSecretUntil,
    Instant createdAt,
    Instant updatedAt) {

  public WebhookEndpoint {
    types = List.copyOf(types);
    propertyIds = propertyIds == null ? null : List.copyOf(propertyIds);
    headerNames = List.copyOf(headerNames);
  }

  public boolean disabled() {
    return disabledAt != null;
  }

  @Override
  public String toString() {
    return "WebhookEndpoint[" + id + "]";
  }
}
