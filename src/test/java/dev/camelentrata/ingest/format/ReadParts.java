package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a file's parts were found to hold, read to their ends. */
record ReadParts(List<Read> parts) {

  /** A part with its rows. */
  record Read(String name, FileFormat format, Map<String, String> parameters, List<SheetRow> rows) {

    /** What a person sees, row by row, after the row's number. */
    List<String> lines() {
      return rows.stream()
          .map(
              row ->
                  row.number()
                      + ": "
                      + String.join("|", row.cells().stream().map(Cell::text).toList()))
          .toList();
    }

    Cell cell(long row, int column) {
      return rows.stream().filter(r -> r.number() == row).findFirst().orElseThrow().cell(column);
    }
  }

  static ReadParts of(Path file) throws IOException {
    return of(file, FormatLimits.DEFAULT);
  }

  static ReadParts of(Path file, FormatLimits limits) throws IOException {
    return of(file, new ReportFile(limits), null);
  }

  static ReadParts of(Path file, RecordShape shape) throws IOException {
    return of(file, new ReportFile(FormatLimits.DEFAULT), shape);
  }

  static ReadParts of(Path file, ReportFile reader, RecordShape shape) throws IOException {
    List<Read> parts = new ArrayList<>();
    reader.read(
        file,
        file.getFileName().toString(),
        part -> {
          List<SheetRow> rows = new ArrayList<>();
          try (Rows read = shape == null ? part.rows() : part.records(shape)) {
            SheetRow row = read.next();
            while (row != null) {
              rows.add(row);
              row = read.next();
            }
          }
          parts.add(new Read(part.name(), part.format(), part.parameters(), rows));
        });
    return new ReadParts(parts);
  }

  Read only() {
    if (parts.size() != 1) {
      throw new AssertionError("One part expected, not " + parts);
    }
    return parts.get(0);
  }
}
