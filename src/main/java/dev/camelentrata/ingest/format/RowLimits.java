package dev.camelentrata.ingest.format;

/** Refuses rows that are too many, too wide, or hold too long a text; counts the rows of a part. */
final class RowLimits {

  private final String shown;
  private final FormatLimits limits;
  private long rows;

  RowLimits(String shown, FormatLimits limits) {
    this.shown = shown;
    this.limits = limits;
  }

  SheetRow check(SheetRow row) {
    if (++rows > limits.rows()) {
      throw UnreadableFileException.tooLarge(
          shown, "has more than " + limits.rows() + " rows. Export shorter periods.");
    }
    if (row.cells().size() > limits.columns()) {
      throw UnreadableFileException.tooLarge(
          shown,
          "row %d has %d cells, more than %d. Export fewer columns."
              .formatted(row.number(), row.cells().size(), limits.columns()));
    }
    for (Cell cell : row.cells()) {
      if (cell instanceof Cell.Text text && text.text().length() > limits.cellCharacters()) {
        throw UnreadableFileException.tooLarge(
            shown,
            "row %d has a text of %d characters, more than %d. Shorten it where it was written."
                .formatted(row.number(), text.text().length(), limits.cellCharacters()));
      }
    }
    return row;
  }
}
