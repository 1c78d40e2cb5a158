package dev.camelentrata.webhook;

import java.time.Instant;

/**
 * One try of a delivery.
 *
 * @param millis from the request to the end of the answer
 * @param status null if there was no answer
 * @param error why it failed; null if it did not
 * @param answer the first 4 KiB of the answer; null if there was none
 */
public record DeliveryAttempt(
    int number, Instant startedAt, long millis, Integer status, String error, String answer) {}
