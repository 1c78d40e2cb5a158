package dev.camelentrata.accounting.system;

import java.util.Locale;

/** The accounting systems. */
public enum SystemKind {
  QUICKBOOKS,
  XERO;

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@link IllegalArgumentException} for a word that names none. */
  public static SystemKind ofSlug(String slug) {
    return valueOf(slug.toUpperCase(Locale.ROOT));
  }
}
