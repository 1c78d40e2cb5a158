package dev.camelentrata.sync;

import java.util.Locale;

/** What a run reads. */
public enum SyncMode {
  /** All there is, so that what is missing is known to be removed. */
  COMPLETE,
  /** What was changed since the last run; where that cannot be had, all there is. */
  INCREMENTAL;

  /** The word for it in the API and in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
