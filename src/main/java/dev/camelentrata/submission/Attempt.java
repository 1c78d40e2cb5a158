package dev.camelentrata.submission;

import java.time.Instant;

/**
 * One try of a submission.
 *
 * @param kind {@code write} or {@code look-up}
 * @param endedAt null while it goes on, and when the process ended in it
 * @param step the last step of the portal's dialog that was begun
 * @param outcome in one word; null while it goes on
 * @param detail what happened, without anybody's data
 * @param evidence the folder with what the portal showed; null if none was kept
 */
public record Attempt(
    int number,
    String kind,
    Instant startedAt,
    Instant endedAt,
    String step,
    String outcome,
    String detail,
    String evidence) {}
