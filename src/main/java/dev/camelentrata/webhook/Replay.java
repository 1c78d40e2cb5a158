package dev.camelentrata.webhook;

import java.time.Instant;

/**
 * A range of time whose events an endpoint gets once more.
 *
 * @param enqueued how many deliveries it has made so far
 * @param done whether it has made all
 */
public record Replay(
    String id,
    String endpointId,
    Instant from,
    Instant to,
    long enqueued,
    boolean done,
    Instant createdAt) {}
