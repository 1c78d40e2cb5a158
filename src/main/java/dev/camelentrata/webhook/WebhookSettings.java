package dev.camelentrata.webhook;

import java.time.Duration;
import java.util.Set;

/**
 * How webhooks are delivered.
 *
 * @param enabled whether this process delivers at all
 * @param companies the companies whose events are delivered
 * @param concurrency how many deliveries are under way at the same time in this process
 * @param endpointConcurrency how many of them may be for one endpoint
 * @param timeout how long a receiver may take for its answer
 * @param lease how long a worker may be silent before another one takes over
 * @param giveUp after how long without one success an endpoint is disabled
 * @param keep how long what has ended is kept
 * @param alone whether no other process works on the same database
 */
public record WebhookSettings(
    boolean enabled,
    Set<String> companies,
    int concurrency,
    int endpointConcurrency,
    Duration timeout,
    Duration lease,
    RetrySchedule schedule,
    Duration giveUp,
    Duration keep,
    AllowedTargets allowed,
    boolean alone) {

  public WebhookSettings {
    companies = Set.copyOf(companies);
    if (lease.compareTo(timeout.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException("a lease must last at least two time-outs");
    }
  }
}
