package dev.camelentrata.ingest;

import java.util.Locale;

/** Where the ingestion of a file stands. */
public enum IngestState {
  RUNNING,
  SUCCEEDED,
  /** Some rows were rejected; the others landed. */
  PARTIAL,
  /** The same content had landed before. */
  UNCHANGED,
  /** Nothing in it was newer than what is known. */
  OLDER,
  /** Nothing of it was written, because of the file itself. */
  REFUSED,
  /** Nothing of it was written, because something else failed. */
  FAILED;

  /** The name in the API and in the database. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of this name. */
  public static IngestState ofSlug(String slug) {
    return valueOf(slug.toUpperCase(Locale.ROOT));
  }
}
