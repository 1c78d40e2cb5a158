package dev.camelentrata.deadletter;

import java.util.Locale;

/** What a dead letter was before it used up its retries. */
public enum DeadLetterKind {
  /** An event on its way to a webhook endpoint. */
  DELIVERY,
  /** A write on its way into the portal. */
  SUBMISSION,
  /** A row of an ingested report. */
  ROW,
  /** An entry on its way into the accounting system. */
  POSTING,
  /** A message of any route that opted in. */
  EXCHANGE;

  /** The name in the API and in the database. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of this name. */
  public static DeadLetterKind ofSlug(String slug) {
    return valueOf(slug.toUpperCase(Locale.ROOT));
  }
}
