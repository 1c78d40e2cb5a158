package dev.camelentrata.submission;

import java.time.Duration;
import java.util.Set;

/**
 * How submissions are worked off.
 *
 * @param enabled whether this process works them off at all
 * @param companies the companies whose submissions are worked off
 * @param concurrency how many are written at the same time by this process
 * @param lease how long a worker may be silent before another takes over
 * @param settle how long a write whose answer was lost may still arrive in the portal
 * @param attempts after how many tries a write that changes nothing is given up
 * @param keep how long an {@code Idempotency-Key} is kept
 * @param alone whether no other process works on the same database
 */
public record SubmissionSettings(
    boolean enabled,
    Set<String> companies,
    int concurrency,
    Duration lease,
    Duration settle,
    int attempts,
    Duration keep,
    boolean alone) {

  public SubmissionSettings {
    companies = Set.copyOf(companies);
  }
}
