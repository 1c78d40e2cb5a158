package dev.camelentrata.accounting.reconcile;

import java.util.Locale;

/** In what two sides differ. */
public enum VarianceKind {
  /** Expected, but not there. */
  MISSING,
  /** There more than once. */
  DUPLICATE,
  /** There with another amount. */
  AMOUNT,
  /** There on another day, or back-dated. */
  DATE,
  /** There on another account, or on none since its code has none. */
  MAPPING,
  /** There, but not expected. */
  EXTRA;

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static VarianceKind ofSlug(String slug) {
    return valueOf(slug.toUpperCase(Locale.ROOT));
  }
}
