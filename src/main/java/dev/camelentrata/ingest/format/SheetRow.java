package dev.camelentrata.ingest.format;

import java.util.List;

/**
 * One row of a report.
 *
 * @param number as a person sees it in the file, from 1: Excel's row, a CSV's line (the first, if
 *     it has several), 1 + the number of the record in XML or JSON
 * @param cells from the first column on; may be shorter or longer than the header row
 */
public record SheetRow(long number, List<Cell> cells) {

  /** The cell of this column, counted from 0; empty if the row is shorter. */
  public Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cells.EMPTY;
  }
}
