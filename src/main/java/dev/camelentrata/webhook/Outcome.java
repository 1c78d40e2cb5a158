package dev.camelentrata.webhook;

import java.time.Instant;

/**
 * How a delivery stands after a try.
 *
 * @param nextAttempt when it is tried again; null if it is not
 * @param pauseUntil until when the endpoint wants to be left alone; null if it did not say so
 */
record Outcome(
    LeasedDelivery delivery,
    Instant startedAt,
    long millis,
    DeliveryAnswer answer,
    DeliveryState state,
    Instant nextAttempt,
    Instant pauseUntil) {}
