package dev.camelentrata.mirror;

/**
 * What a file's rows of one resource did to the mirror.
 *
 * @param older rows of which the mirror holds something that was read later
 * @param unmatched rows of things that are not in the mirror and that the file must not make
 */
public record ImportResult(long added, long changed, long unchanged, long older, long unmatched) {

  public static final ImportResult NONE = new ImportResult(0, 0, 0, 0, 0);

  /** Both together. */
  public ImportResult plus(ImportResult other) {
    return new ImportResult(
        added + other.added,
        changed + other.changed,
        unchanged + other.unchanged,
        older + other.older,
        unmatched + other.unmatched);
  }
}
