package dev.camelentrata.webhook;

/**
 * Which deliveries are wanted.
 *
 * @param endpointId null for all
 * @param state null for all
 * @param type an event type; null for all
 * @param before only those with a lower id; null for all
 */
public record DeliveryQuery(
    String endpointId, DeliveryState state, String type, Long before, int limit) {}
