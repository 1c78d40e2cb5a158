package dev.camelentrata.ingest;

import dev.camelentrata.ingest.format.Cell;
import dev.camelentrata.ingest.format.SheetRow;
import java.util.LinkedHashMap;
import java.util.Map;

/** Describes rows that could not be read. Of one file. */
final class Rejections {

  private final IngestRun run;

  Rejections(IngestRun run) {
    this.run = run;
  }

  RejectedRow of(
      String file,
      HeaderRow header,
      int part,
      String propertyId,
      SheetRow row,
      int column,
      String reason) {
    Map<String, String> cells = new LinkedHashMap<>();
    String value = null;
    int index = 0;
    for (ReportColumn each : header.report().columns().values()) {
      for (int place : header.places()[index]) {
        Cell cell = row.cell(place);
        if (!cell.isEmpty()) {
          cells.put(header.titles().get(place), each.personal() ? "[personal]" : cell.text());
          if (index == column && !each.personal()) {
            value = cell.text();
          }
        }
      }
      index++;
    }
    ReportColumn faulty =
        header.report().columns().values().stream().skip(column).findFirst().orElseThrow();
    return new RejectedRow(
        run.company(),
        propertyId,
        header.report().module(),
        run.checksum().substring(0, 16) + "/" + part + "/" + row.number(),
        file,
        header.report().title(),
        row.number(),
        faulty.title(),
        value,
        reason,
        cells,
        null);
  }
}
