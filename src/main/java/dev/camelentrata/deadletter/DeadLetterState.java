package dev.camelentrata.deadletter;

import java.util.Locale;

/** Where a dead letter stands. */
public enum DeadLetterState {
  OPEN,
  /** It was sent on its way again. */
  REPLAYED,
  /** Somebody gave it up for good. */
  DISCARDED,
  /** What it is about has ended by itself. */
  SETTLED;

  /** The name in the API and in the database. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of this name. */
  public static DeadLetterState ofSlug(String slug) {
    return valueOf(slug.toUpperCase(Locale.ROOT));
  }
}
