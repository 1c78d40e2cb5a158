package dev.camelentrata.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.camelentrata.webhook.Delivery;
import dev.camelentrata.webhook.DeliveryAttempt;
import dev.camelentrata.webhook.DeliveryId;
import dev.camelentrata.webhook.Replay;
import java.time.Instant;
import java.util.List;

/**
 * A delivery as the API shows it.
 *
 * @param tried what was tried; only where one delivery is asked for
 */
record DeliveryView(
    String id,
    String endpointId,
    String eventId,
    String type,
    String propertyId,
    String state,
    int attempts,
    Instant nextAttemptAt,
    Integer status,
    String error,
    String replayId,
    Instant createdAt,
    Instant endedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<DeliveryAttempt> tried) {

  /** One delivery, in the same shape as a list's {@code data}. */
  record One(DeliveryView data) {}

  /** A range of time that is delivered once more. */
  record Range(
      String id,
      String endpointId,
      Instant from,
      Instant to,
      String state,
      long enqueued,
      Instant createdAt) {}

  /** One range, in the same shape as everything else. */
  record OneRange(Range data) {}

  static DeliveryView of(Delivery delivery, List<DeliveryAttempt> tried) {
    return new DeliveryView(
        DeliveryId.text(delivery.id()),
        delivery.endpointId(),
        delivery.eventId(),
        delivery.type(),
        delivery.propertyId(),
        delivery.state().slug(),
        delivery.attempts(),
        delivery.nextAttemptAt(),
        delivery.status(),
        delivery.error(),
        delivery.replayId(),
        delivery.createdAt(),
        delivery.endedAt(),
        tried);
  }

  static OneRange of(Replay replay) {
    return new OneRange(
        new Range(
            replay.id(),
            replay.endpointId(),
            replay.from(),
            replay.to(),
            replay.done() ? "done" : "running",
            replay.enqueued(),
            replay.createdAt()));
  }
}
