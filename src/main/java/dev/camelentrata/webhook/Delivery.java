package dev.camelentrata.webhook;

import java.time.Instant;

/**
 * One event on its way to one endpoint.
 *
 * @param eventId also the {@code webhook-id} of every try
 * @param nextAttemptAt null once it has ended, and while an earlier one of the same thing goes
 *     first
 * @param status of the receiver's last answer; null if there was none
 * @param error why the last try failed; null if it did not
 * @param replayId the replay of a range that made it; null if none did
 */
public record Delivery(
    long id,
    String endpointId,
    String eventId,
    String type,
    String propertyId,
    DeliveryState state,
    int attempts,
    Instant nextAttemptAt,
    Integer status,
    String error,
    String replayId,
    Instant createdAt,
    Instant endedAt) {}
