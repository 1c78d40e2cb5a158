package dev.camelentrata.sandbox;

import java.util.Arrays;
import java.util.List;

/**
 * A report that Entrata sends on a schedule. Its cells are texts, whole numbers, {@link Cents},
 * days and null for nothing.
 */
interface ScheduledReport {

  /** Its name in file names and at its head, for example {@code Rent Roll}. */
  String title();

  List<String> columns();

  /** The lines of a property. */
  List<List<Object>> lines(SandboxProperty property);

  /** What stands below all lines: totals and the like. */
  List<List<Object>> foot(List<List<Object>> lines);

  /** A line with a label in one column and values in others. */
  static List<Object> line(List<String> columns, Object... columnsAndValues) {
    Object[] line = new Object[columns.size()];
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      line[columns.indexOf(columnsAndValues[i])] = columnsAndValues[i + 1];
    }
    return Arrays.asList(line);
  }

  /** The sum of a column's amounts. */
  static Cents sum(List<String> columns, String column, List<List<Object>> lines) {
    int place = columns.indexOf(column);
    return new Cents(
        lines.stream()
            .filter(line -> line.get(place) instanceof Cents)
            .mapToLong(line -> ((Cents) line.get(place)).amount())
            .sum());
  }
}
