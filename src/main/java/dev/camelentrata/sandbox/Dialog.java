package dev.camelentrata.sandbox;

/** A dialog of the portal: what it asks, what it refuses, and what it changes in the end. */
interface Dialog {

  DialogPlan plan();

  /** Notes why it cannot be had for its record as that is now. */
  default void check(DialogDraft draft, Mistakes mistakes) {}

  /** Makes the change, all at once; everything was checked just before. */
  Made commit(DialogDraft draft);

  /**
   * What was made or changed.
   *
   * @param prefix what its confirmation number begins with
   * @param note the reason that was given; null if none was asked for
   */
  record Made(String kind, String id, String prefix, String note) {

    Made(String kind, String id, String prefix) {
      this(kind, id, prefix, null);
    }
  }
}
