package dev.camelentrata.ingest;

import dev.camelentrata.ingest.ReportFeed.FieldSource;
import dev.camelentrata.mirror.ImportResult;
import dev.camelentrata.mirror.MirrorImport;
import dev.camelentrata.resource.ResourceField;
import dev.camelentrata.resource.SortText;
import dev.camelentrata.resource.WorkOrderSla;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what the rows of one table tell of one resource on their way into the mirror. */
final class FeedWriter {

  private static final String SLA = "sla";

  private final ReportFeed feed;
  private final FileContext context;
  private final String report;
  private final List<FieldText> fields = new ArrayList<>();
  private final Set<String> told = new LinkedHashSet<>();
  private final List<String> matchFields;
  private final List<FieldText> matches = new ArrayList<>();
  private final int id;
  private final FieldText[] sort;
  private final FieldText status;
  private final FieldText due;
  private final Map<String, Boolean> older = new HashMap<>();
  private final StringBuilder json = new StringBuilder(1_024);
  private final boolean creates;
  private MirrorImport rows;
  private long olderRows;
  private long unmatchedRows;

  FeedWriter(HeaderRow header, ReportFeed feed, FileContext context) {
    this.feed = feed;
    this.context = context;
    this.report = header.report().name();
    Map<String, Integer> columns = new HashMap<>();
    header.report().columns().keySet().forEach(key -> columns.put(key, columns.size()));
    this.id = feed.id() == null ? -1 : columns.get(feed.id());
    Map<String, FieldText> texts = new LinkedHashMap<>();
    for (ResourceField field : feed.resource().fields()) {
      FieldSource source = feed.fields().get(field.name());
      if (source != null && (source.column() == null || header.has(columns.get(source.column())))) {
        FieldText text =
            new FieldText(
                field, source, source.column() == null ? -1 : columns.get(source.column()));
        texts.put(field.name(), text);
        told.add(field.name());
        if (field.keepsPortalText()) {
          told.add("portalStatus");
        }
      }
    }
    this.status = texts.get("status");
    this.due = texts.get("dueOn");
    if (feed.resource().name().equals("work-orders") && status != null && due != null) {
      told.add(SLA);
    }
    this.creates =
        feed.creates()
            && feed.resource().fields().stream()
                .filter(ResourceField::required)
                .map(ResourceField::name)
                .allMatch(n -> n.equals("id") || n.equals("propertyId") || texts.containsKey(n));
    feed.resource().fields().forEach(field -> add(field, texts.get(field.name())));
    this.matchFields = List.copyOf(feed.match().keySet());
    feed.match()
        .forEach(
            (name, column) ->
                matches.add(
                    new FieldText(
                        feed.resource().field(name).orElseThrow(),
                        new FieldSource(column, null, false),
                        columns.get(column))));
    this.sort = feed.resource().sort().stream().map(texts::get).toArray(FieldText[]::new);
  }

  /** The field's place in the object: told, or nothing where a new thing needs it. */
  private void add(ResourceField field, FieldText text) {
    if (text != null) {
      fields.add(text);
    } else if (creates || field.name().equals(SLA) && told.contains(SLA)) {
      fields.add(FieldText.untold(field));
    }
  }

  /**
   * Takes a row in.
   *
   * @param values by column, as {@link CellValues} gives them
   */
  void write(long line, String propertyId, String[] values) {
    String thing = id < 0 ? matched(propertyId, values) : values[id];
    if (thing == null) {
      return;
    }
    if (older.computeIfAbsent(propertyId, p -> context.told().newer(feed.resource(), p, told))) {
      olderRows++;
      return;
    }
    boolean whole = creates;
    json.setLength(0);
    json.append('{');
    for (FieldText field : fields) {
      String name = field.name();
      if (json.length() > 1) {
        json.append(',');
      }
      json.append('"').append(name).append("\":");
      if (name.equals("id")) {
        JsonText.quoted(json, thing);
      } else if (name.equals("propertyId")) {
        JsonText.quoted(json, propertyId);
      } else if (name.equals(SLA) && told.contains(SLA)) {
        sla(propertyId, values);
      } else {
        whole &= field.write(json, values) || !field.required();
      }
    }
    json.append('}');
    if (rows == null) {
      rows = context.importing(feed.resource(), report, told);
    }
    rows.add(context.place(line), thing, propertyId, whole ? sortKey(thing, values) : null, json);
  }

  private void sla(String propertyId, String[] values) {
    String state =
        WorkOrderSla.of(
            status.value(values), due.value(values), context.properties().day(propertyId));
    if (state == null) {
      json.append("null");
    } else {
      JsonText.quoted(json, state);
    }
  }

  /** The thing that the row speaks of; null if it speaks of none, or of none that is known. */
  private String matched(String propertyId, String[] values) {
    List<String> wanted = new ArrayList<>(matches.size());
    for (FieldText match : matches) {
      String value = match.value(values);
      if (value == null) {
        return null;
      }
      wanted.add(value);
    }
    String thing = context.keys().thing(feed.resource(), propertyId, matchFields, wanted);
    if (thing == null) {
      unmatchedRows++;
    }
    return thing;
  }

  private String sortKey(String thing, String[] values) {
    String[] texts = new String[sort.length];
    for (int i = 0; i < sort.length; i++) {
      String text =
          sort[i] == null
              ? feed.resource().sort().get(i).equals("id") ? thing : null
              : sort[i].value(values);
      texts[i] = text == null ? "" : text;
    }
    return SortText.of(texts);
  }

  /** Frees memory; the table is at its end. */
  void rest() {
    if (rows != null) {
      rows.rest();
    }
  }

  /** Brings all rows into the mirror. */
  ImportResult finish() {
    ImportResult result = rows == null ? ImportResult.NONE : rows.finish();
    older.forEach(
        (property, was) -> {
          if (!was) {
            context.told().tell(report, feed.resource(), property, told);
          }
        });
    return result.plus(new ImportResult(0, 0, 0, olderRows, unmatchedRows));
  }
}
