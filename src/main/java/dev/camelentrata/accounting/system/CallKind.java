package dev.camelentrata.accounting.system;

import java.util.Locale;

/** The calls that accounting systems count apart. */
public enum CallKind {
  SINGLE,
  /** Several things in one call, where the system limits such calls by themselves. */
  BATCH;

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
