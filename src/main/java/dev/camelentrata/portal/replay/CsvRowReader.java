package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.drift.DriftSite;
import dev.camelentrata.portal.operation.Row;
import dev.camelentrata.portal.operation.RowFields;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads rows from the lines of one file. A row has one line, or several with the same id: their
 * texts and elements are put together, and all else is taken from the first. Immutable.
 */
final class CsvRowReader {

  private final RowFields names;
  private final List<FieldPlan> fields;
  private final int[] places;
  private final List<int[]> innerPlaces = new ArrayList<>();
  private final ValueReader values;
  private final DriftSite site;

  CsvRowReader(
      RowFields names,
      List<FieldPlan> fields,
      CsvColumns columns,
      ValueReader values,
      DriftSite site) {
    this.names = names;
    this.fields = fields;
    this.places = columns.places(fields, "");
    this.values = values;
    this.site = site;
    for (FieldPlan plan : fields) {
      innerPlaces.add(
          plan.names() == null
              ? null
              : columns.places(plan.inner(), "fields." + plan.name() + "."));
    }
  }

  /** The text of a field that is no list; null if it is empty. */
  String text(String field, CSVRecord line) {
    for (int i = 0; i < places.length; i++) {
      if (fields.get(i).name().equals(field)) {
        String cell = cell(line, places[i], fields.get(i));
        return ValueReader.isNull(cell) ? null : cell.strip();
      }
    }
    return null;
  }

  Row row(List<CSVRecord> lines, int number) {
    Object[] cells = new Object[names.count()];
    for (int i = 0; i < places.length; i++) {
      FieldPlan plan = fields.get(i);
      Object value =
          switch (plan.field().type()) {
            case LIST -> elements(plan, innerPlaces.get(i), lines, number);
            case TEXTS -> texts(plan, places[i], lines, number);
            default -> value(plan, places[i], lines.get(0), number);
          };
      cells[plan.place()] = required(plan, value, number);
    }
    return new Row(names, cells, number, site);
  }

  private List<String> texts(FieldPlan plan, int place, List<CSVRecord> lines, int number) {
    List<String> texts = new ArrayList<>();
    for (CSVRecord line : lines) {
      Object text = value(plan, place, line, number);
      if (text != null) {
        texts.add((String) text);
      }
    }
    return texts;
  }

  /** An element for each line on which at least one of its columns is not empty. */
  private List<Row> elements(FieldPlan list, int[] inner, List<CSVRecord> lines, int number) {
    List<Row> elements = new ArrayList<>();
    for (CSVRecord line : lines) {
      Object[] cells = new Object[list.names().count()];
      boolean empty = true;
      for (int i = 0; i < inner.length; i++) {
        FieldPlan plan = list.inner().get(i);
        cells[plan.place()] = value(plan, inner[i], line, number);
        empty &= cells[plan.place()] == null;
      }
      if (!empty) {
        list.inner().forEach(plan -> required(plan, cells[plan.place()], number));
        elements.add(new Row(list.names(), cells, number, site.below("fields." + list.name())));
      }
    }
    return elements;
  }

  private Object value(FieldPlan plan, int place, CSVRecord line, int number) {
    try {
      return values.read(plan.field().type(), cell(line, place, plan));
    } catch (UnreadableValueException e) {
      throw site.drift("fields." + plan.name(), e.getMessage() + " in row " + number);
    }
  }

  private String cell(CSVRecord line, int place, FieldPlan plan) {
    if (place >= line.size()) {
      throw site.drift(
          "fields." + plan.name(),
          "line " + line.getRecordNumber() + " has " + line.size() + " cells only");
    }
    return line.get(place);
  }

  private Object required(FieldPlan plan, Object value, int number) {
    if (value == null && plan.field().required()) {
      throw site.drift("fields." + plan.name(), "it is required and empty in row " + number);
    }
    return value;
  }
}
