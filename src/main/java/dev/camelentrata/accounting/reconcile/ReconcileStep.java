package dev.camelentrata.accounting.reconcile;

import java.util.Locale;

/** What is compared with what, in this order. */
public enum ReconcileStep {
  PORTAL_MIRROR,
  MIRROR_POSTINGS,
  POSTINGS_SYSTEM,
  DEPOSITS_PAYMENTS;

  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static ReconcileStep ofSlug(String slug) {
    return valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
