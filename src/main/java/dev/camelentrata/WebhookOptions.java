package dev.camelentrata;

import dev.camelentrata.webhook.AllowedTargets;
import dev.camelentrata.webhook.RetrySchedule;
import dev.camelentrata.webhook.WebhookSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Reads the options {@code entrata.webhook.*}. */
final class WebhookOptions {

  private WebhookOptions() {}

  static WebhookSettings read(Options options, Set<String> companies) {
    int concurrency = options.integer("entrata.webhook.concurrency", 1, 2_000, 256);
    Duration timeout =
        options.duration(
            "entrata.webhook.timeout",
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofSeconds(15));
    return new WebhookSettings(
        options.flag("entrata.webhook.enabled", true),
        companies,
        concurrency,
        Math.min(
            concurrency, options.integer("entrata.webhook.endpoint-concurrency", 1, 2_000, 64)),
        timeout,
        timeout.multipliedBy(4),
        new RetrySchedule(options.durations("entrata.webhook.schedule", RetrySchedule.DEFAULT)),
        options.duration(
            "entrata.webhook.give-up",
            Duration.ofHours(1),
            Duration.ofDays(90),
            Duration.ofDays(5)),
        options.duration(
            "entrata.webhook.keep", Duration.ofDays(1), Duration.ofDays(366), Duration.ofDays(30)),
        allowed(options.texts("entrata.webhook.allowed", "")),
        options.integer("entrata.replicas", 1, 1000, 1) == 1);
  }

  private static AllowedTargets allowed(List<String> entries) {
    try {
      return new AllowedTargets(entries);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("entrata.webhook.allowed: " + e.getMessage(), e);
    }
  }
}
