package dev.camelentrata.ingest.format;

/**
 * How much a report file may ask of this machine; what is beyond is refused.
 *
 * @param fileBytes largest file
 * @param unpackedBytes most that all of a ZIP or a workbook may unpack to
 * @param ratio most unpacked bytes per packed byte, once 10 MiB are unpacked
 * @param entries most entries of a ZIP or a workbook
 * @param columns most cells of a row
 * @param cellCharacters longest text of a cell
 * @param rows most rows of one part
 */
public record FormatLimits(
    long fileBytes,
    long unpackedBytes,
    int ratio,
    int entries,
    int columns,
    int cellCharacters,
    long rows) {

  private static final long GIBIBYTE = 1L << 30;

  /** Room for some millions of rows: 1 GiB packed, 4 GiB unpacked, 512 columns. */
  public static final FormatLimits DEFAULT =
      new FormatLimits(GIBIBYTE, 4 * GIBIBYTE, 200, 1_000, 512, 100_000, 5_000_000);

  public FormatLimits {
    positive(fileBytes, "fileBytes");
    positive(unpackedBytes, "unpackedBytes");
    positive(ratio, "ratio");
    positive(entries, "entries");
    positive(columns, "columns");
    positive(cellCharacters, "cellCharacters");
    positive(rows, "rows");
  }

  private static void positive(long value, String name) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive, not " + value);
    }
  }
}
