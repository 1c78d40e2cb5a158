package dev.camelentrata.deadletter;

import java.time.Duration;
import java.util.Set;

/**
 * Of dead letters.
 *
 * @param companies whose letters there may be
 * @param alarmCount how many open letters are too many
 * @param alarmAge how old the oldest open letter may be
 */
public record DeadLetterSettings(Set<String> companies, int alarmCount, Duration alarmAge) {

  public DeadLetterSettings {
    companies = Set.copyOf(companies);
  }
}
