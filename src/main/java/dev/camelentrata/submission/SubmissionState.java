package dev.camelentrata.submission;

import java.util.Locale;

/** Where a submission stands. */
public enum SubmissionState {
  /** Stored; the portal has not been touched. */
  ACCEPTED,
  RUNNING,
  /** The portal may have it or not; it is being looked up. */
  UNCERTAIN,
  SUCCEEDED,
  /** The portal does not have it. */
  FAILED,
  CANCELLED;

  /** The name in the API and in the database. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it will not change any more. */
  public boolean ended() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
  }

  static SubmissionState ofSlug(String slug) {
    return valueOf(slug.toUpperCase(Locale.ROOT));
  }
}
