package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A report of all records of a kind with their ids. A record whose list has several elements takes
 * several lines, each of which repeats the record's own values.
 */
final class RecordReport implements ReportTable {

  private final RecordKind kind;
  private final SandboxRecords records;

  RecordReport(RecordKind kind, SandboxRecords records) {
    this.kind = kind;
    this.records = records;
  }

  RecordKind kind() {
    return kind;
  }

  @Override
  public String name() {
    return kind.listKey();
  }

  @Override
  public String title() {
    return kind.label();
  }

  @Override
  public String shows() {
    return "All " + kind.label().toLowerCase(Locale.ROOT) + " with their ids";
  }

  @Override
  public List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("Property"));
    for (RecordField field : kind.fields().all()) {
      if (field.type() == FieldType.LIST) {
        field.inner().all().forEach(f -> columns.add(field.heading() + " " + f.heading()));
      } else {
        columns.add(field.heading());
      }
    }
    return columns;
  }

  @Override
  public List<List<String>> lines(SandboxProperty property) {
    List<List<String>> lines = new ArrayList<>();
    for (SandboxRecord record : records.list(kind, property.id())) {
      int count = count(record);
      for (int i = 0; i < count; i++) {
        lines.add(line(property, record, i));
      }
    }
    return lines;
  }

  @Override
  public String countSign() {
    return "(Results: ";
  }

  /** As many lines as the longest list of the record has elements, and at least one. */
  private int count(SandboxRecord record) {
    int count = 1;
    for (RecordField field : kind.fields().all()) {
      if (field.type() == FieldType.LIST) {
        count = Math.max(count, PortalText.records(record.get(field.name())).size());
      }
    }
    return count;
  }

  private List<String> line(SandboxProperty property, SandboxRecord record, int number) {
    List<String> line = new ArrayList<>(List.of(property.name()));
    for (RecordField field : kind.fields().all()) {
      Object value = record.get(field.name());
      if (field.type() == FieldType.LIST) {
        List<SandboxRecord> elements = PortalText.records(value);
        SandboxRecord element = number < elements.size() ? elements.get(number) : null;
        for (RecordField inner : field.inner().all()) {
          line.add(element == null ? "" : PortalText.of(inner, element.get(inner.name())));
        }
      } else {
        line.add(PortalText.of(field, value));
      }
    }
    return line;
  }
}
