package dev.camelentrata.accounting.reconcile;

import java.util.Locale;

/** How a reconciliation ended, or that it has not. */
public enum ReconciliationState {
  RUNNING,
  /** All agrees, or what differs is explained. */
  MATCHED,
  VARIANCES,
  /** Some step could not be done. */
  FAILED;

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ReconciliationState ofSlug(String slug) {
    return valueOf(slug.toUpperCase(Locale.ROOT));
  }
}
