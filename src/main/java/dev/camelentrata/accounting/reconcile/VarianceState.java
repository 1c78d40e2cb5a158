package dev.camelentrata.accounting.reconcile;

import java.util.Locale;

/** Where a variance stands. */
public enum VarianceState {
  OPEN,
  /** A person said why it is right as it is. */
  EXPLAINED,
  /** It is gone. */
  RESOLVED;

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static VarianceState ofSlug(String slug) {
    return valueOf(slug.toUpperCase(Locale.ROOT));
  }
}
