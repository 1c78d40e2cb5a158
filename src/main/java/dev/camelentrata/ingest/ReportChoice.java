package dev.camelentrata.ingest;

import dev.camelentrata.ingest.format.Cell;
import dev.camelentrata.ingest.format.Rows;
import dev.camelentrata.ingest.format.SheetRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds out which report a table is, by its file's name, its title or its columns, and where its
 * header row is.
 */
final class ReportChoice {

  private static final int LAST_HEADER = 30;

  private final String file;
  private final List<ReportDefinition> tables;
  private final List<SheetRow> titles = new ArrayList<>();

  /**
   * @param file the part's name
   */
  ReportChoice(String file, ReportDefinitions definitions) {
    this.file = file;
    this.tables =
        definitions.reports().stream().filter(report -> report.records() == null).toList();
  }

  /** The rows above the header row. */
  List<SheetRow> titles() {
    return titles;
  }

  /**
   * Reads to the header row.
   *
   * @throws ReportRefusedException if there is none of a report that is known
   */
  HeaderRow choose(Rows rows) throws IOException {
    List<ReportDefinition> named = named(tables, file);
    HeaderRow nearest = null;
    HeaderRow other = null;
    for (SheetRow row = rows.next();
        row != null && titles.size() < LAST_HEADER;
        row = rows.next()) {
      if (named.isEmpty()) {
        named = titled(row);
      }
      List<ReportDefinition> wanted = named.isEmpty() ? tables : named;
      Optional<HeaderRow> best = best(wanted, row);
      if (best.filter(HeaderRow::complete).isPresent()) {
        return best.get();
      }
      if (best.isPresent() && (nearest == null || best.get().known() > nearest.known())) {
        nearest = best.get();
      }
      if (other == null) {
        other = best(tables, row).filter(HeaderRow::complete).orElse(null);
      }
      titles.add(row);
    }
    throw refusal(named, nearest, other);
  }

  /** Reports whose files are named like this one. */
  static List<ReportDefinition> named(List<ReportDefinition> reports, String file) {
    String name = plain(file);
    return reports.stream()
        .filter(report -> report.files().stream().anyMatch(f -> f.matcher(name).find()))
        .toList();
  }

  /** The name without date, packet, number and extension. */
  private static String plain(String file) {
    return file.replaceFirst("\\.[A-Za-z0-9]{2,5}(#.*)?$", "")
        .replaceFirst("^\\d{4}-\\d{2}-\\d{2}[_ ]", "");
  }

  private List<ReportDefinition> titled(SheetRow row) {
    return tables.stream()
        .filter(
            report ->
                row.cells().stream()
                    .anyMatch(
                        cell ->
                            cell instanceof Cell.Text text
                                && HeaderRow.plain(text.text())
                                    .equals(HeaderRow.plain(report.title()))))
        .toList();
  }

  private static Optional<HeaderRow> best(List<ReportDefinition> reports, SheetRow row) {
    return reports.stream()
        .map(report -> HeaderRow.of(report, row))
        .filter(header -> header.known() > 0)
        .max(
            Comparator.comparing(HeaderRow::complete)
                .thenComparing(HeaderRow::known)
                .thenComparing(header -> -header.unknown().size()));
  }

  private ReportRefusedException refusal(
      List<ReportDefinition> named, HeaderRow nearest, HeaderRow other) {
    String names = named.stream().map(ReportDefinition::title).collect(Collectors.joining(" or "));
    boolean others = other != null && (nearest == null || other.known() > nearest.known());
    if (!named.isEmpty() && others) {
      return new ReportRefusedException(
          "wrong-report",
          "%s is named %s, but its columns are those of %s (row %d). Give it its right name."
              .formatted(file, names, other.report().title(), other.line()));
    }
    if (nearest != null && nearest.known() > 1) {
      return new ReportRefusedException(
          "missing-column",
          "%s: %s needs the column %s, but row %d has %s. If a column was renamed, add its new name to it in reports.yaml."
              .formatted(
                  file,
                  nearest.report().title(),
                  nearest.missing().stream()
                      .map(ReportColumn::title)
                      .collect(Collectors.joining(", ")),
                  nearest.line(),
                  nearest.titles().stream()
                      .filter(title -> !title.isEmpty())
                      .collect(Collectors.joining(", "))));
    }
    return named.isEmpty()
        ? new ReportRefusedException(
            "unknown-report",
            "%s is no report that is known: neither its name, nor a title, nor its columns are those of %s. Describe it in reports.yaml."
                .formatted(
                    file,
                    tables.stream().map(ReportDefinition::title).collect(Collectors.joining(", "))))
        : new ReportRefusedException(
            "wrong-report",
            "%s is named %s, but no row of the first %d has its columns."
                .formatted(file, names, LAST_HEADER));
  }
}
