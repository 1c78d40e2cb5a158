package dev.camelentrata.webhook;

import java.util.Locale;

/** Where a delivery stands. */
public enum DeliveryState {
  /** It is tried, or will be. */
  PENDING,
  DELIVERED,
  /** Its retries are used up; it can be replayed or discarded. */
  DEAD,
  DISCARDED;

  /** The name in the API and in the database. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static DeliveryState ofSlug(String slug) {
    return valueOf(slug.toUpperCase(Locale.ROOT));
  }
}
