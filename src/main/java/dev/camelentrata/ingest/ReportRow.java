package dev.camelentrata.ingest;

/**
 * A row of a report that was kept as it is.
 *
 * @param part which part of the file, from 1
 * @param line its number in the part
 * @param data its values by the keys of the columns, as a JSON object
 */
public record ReportRow(int part, long line, String report, String propertyId, String data) {

  /** Without what stands in the row. */
  @Override
  public String toString() {
    return "ReportRow[" + part + "/" + line + "]";
  }
}
