package dev.camelentrata.accounting.reconcile;

import java.time.Duration;
import java.util.Set;

/**
 * How reconciliations are made.
 *
 * @param companies those that are reconciled every night, if they have books
 * @param days how many days back every night, yesterday included
 * @param heartbeat how often one that runs shows that it does; three times that it is silent it is
 *     taken for dead
 */
public record ReconcileSettings(Set<String> companies, int days, Duration heartbeat) {

  public ReconcileSettings {
    companies = Set.copyOf(companies);
  }

  Duration deadAfter() {
    return heartbeat.multipliedBy(3);
  }
}
