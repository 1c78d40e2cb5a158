package dev.camelentrata.ingest;

import java.util.Map;

/**
 * A row that could not be read.
 *
 * @param propertyId null if it is not known
 * @param module the portal module that its viewers need; null for none
 * @param ref the same for the same row of the same content
 * @param row its number in the file
 * @param column the header of the column at fault
 * @param value what stands there; null where that is personal
 * @param reason what is wrong with the value
 * @param cells the row by its headers, personal values left out
 * @param again what takes the row in again
 */
public record RejectedRow(
    String company,
    String propertyId,
    String module,
    String ref,
    String file,
    String report,
    long row,
    String column,
    String value,
    String reason,
    Map<String, String> cells,
    byte[] again) {

  public RejectedRow {
    cells = Map.copyOf(cells);
    again = again == null ? null : again.clone();
  }

  @Override
  public byte[] again() {
    return again == null ? null : again.clone();
  }

  /** Without what stands in the row. */
  @Override
  public String toString() {
    return "RejectedRow[" + file + " " + row + "]";
  }
}
