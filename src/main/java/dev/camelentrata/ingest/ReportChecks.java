package dev.camelentrata.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.portal.map.CheckedYaml;
import dev.camelentrata.resource.FieldType;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import dev.camelentrata.resource.ResourceField;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Finds mistakes of a report's definition that a schema cannot find. */
final class ReportChecks {

  private final CheckedYaml yaml;
  private final ResourceCatalog catalog;

  ReportChecks(CheckedYaml yaml, ResourceCatalog catalog) {
    this.yaml = yaml;
    this.catalog = catalog;
  }

  void check(String at, JsonNode report) {
    headersOnce(at, report.path("columns"));
    for (String list : new String[] {"files", "skip", "ends"}) {
      int index = 0;
      for (JsonNode pattern : report.path(list)) {
        pattern(CheckedYaml.path(CheckedYaml.path(at, list), index++), pattern.asText());
      }
    }
    if (report.has("continues")) {
      type(CheckedYaml.path(at, "continues"), report.path("continues").asText(), report);
    }
    if (report.has("count")) {
      count(CheckedYaml.path(at, "count"), report.path("count").asText());
    }
    int index = 0;
    for (JsonNode total : report.path("totals")) {
      total(CheckedYaml.path(CheckedYaml.path(at, "totals"), index++), total, report);
    }
    index = 0;
    for (JsonNode feed : report.path("feeds")) {
      feed(CheckedYaml.path(CheckedYaml.path(at, "feeds"), index++), feed, report);
    }
    if (report.path("feeds").isEmpty() && !report.path("keep").asBoolean()) {
      yaml.fault(at, "feeds nothing and keeps nothing; add feeds, or keep: true");
    }
  }

  private void headersOnce(String at, JsonNode columns) {
    Map<String, String> owners = new HashMap<>();
    columns
        .properties()
        .forEach(
            column ->
                column
                    .getValue()
                    .path("names")
                    .forEach(
                        name -> {
                          String owner =
                              owners.putIfAbsent(HeaderRow.plain(name.asText()), column.getKey());
                          if (owner != null) {
                            yaml.fault(
                                CheckedYaml.path(CheckedYaml.path(at, "columns"), column.getKey()),
                                "'" + name.asText() + "' is a name of " + owner + " already");
                          }
                        }));
  }

  private void pattern(String at, String pattern) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      yaml.fault(at, "is no regular expression: " + e.getDescription());
    }
  }

  private void count(String at, String pattern) {
    pattern(at, pattern);
    if (!pattern.contains("(\\d+)") && !pattern.contains("([\\d,]+)")) {
      yaml.fault(at, "needs a group with the number of rows, for example (\\d+)");
    }
  }

  private void total(String at, JsonNode total, JsonNode report) {
    pattern(CheckedYaml.path(at, "label"), total.path("label").asText());
    for (JsonNode key : total.path("sums")) {
      ColumnType type = type(CheckedYaml.path(at, "sums"), key.asText(), report);
      if (type != null
          && type != ColumnType.MONEY
          && type != ColumnType.INTEGER
          && type != ColumnType.DECIMAL) {
        yaml.fault(CheckedYaml.path(at, "sums"), key.asText() + " holds no numbers");
      }
    }
  }

  private void feed(String at, JsonNode feed, JsonNode report) {
    String name = feed.path("resource").asText();
    if (!catalog.names().contains(name)) {
      yaml.fault(
          CheckedYaml.path(at, "resource"),
          "must be one of " + String.join(", ", catalog.names()) + ", not '" + name + "'");
      return;
    }
    Resource resource = catalog.named(name);
    if (!resource.perProperty()) {
      yaml.fault(
          CheckedYaml.path(at, "resource"),
          name + " belong to the company; reports feed what belongs to a property");
    }
    if (feed.has("id") == feed.has("match")) {
      yaml.fault(at, "needs either id or match, which say whose fields a row tells");
    }
    if (feed.has("match") && feed.path("creates").asBoolean()) {
      yaml.fault(
          CheckedYaml.path(at, "creates"),
          "needs id: without the portal's id nothing can be made, only changed");
    }
    if (feed.has("id")) {
      type(CheckedYaml.path(at, "id"), feed.path("id").asText(), report);
    }
    String match = CheckedYaml.path(at, "match");
    feed.path("match")
        .properties()
        .forEach(
            m ->
                field(
                    CheckedYaml.path(match, m.getKey()),
                    resource,
                    m.getKey(),
                    m.getValue(),
                    report));
    String fields = CheckedYaml.path(at, "fields");
    feed.path("fields")
        .properties()
        .forEach(
            f ->
                field(
                    CheckedYaml.path(fields, f.getKey()),
                    resource,
                    f.getKey(),
                    f.getValue(),
                    report));
  }

  private void field(String at, Resource resource, String name, JsonNode source, JsonNode report) {
    Optional<ResourceField> field = resource.field(name);
    if (field.isEmpty() || name.equals("id") || name.equals("propertyId")) {
      Set<String> names = new LinkedHashSet<>();
      resource.fields().forEach(f -> names.add(f.name()));
      names.remove("id");
      names.remove("propertyId");
      yaml.fault(at, "a " + resource.noun() + " has the fields " + String.join(", ", names));
      return;
    }
    if (source.isObject() && source.has("column") == source.has("value")) {
      yaml.fault(at, "needs either column or value");
      return;
    }
    FieldType wanted = field.get().type();
    if (source.isObject() && source.has("value")) {
      value(at, field.get(), source.path("value").asText());
      return;
    }
    String column = source.isObject() ? source.path("column").asText() : source.asText();
    ColumnType type = type(at, column, report);
    if (type != null && !type.canFeed(wanted)) {
      yaml.fault(
          at,
          name
              + " is of type "
              + wanted.name().toLowerCase(java.util.Locale.ROOT)
              + ", which the "
              + type.word()
              + " of column "
              + column
              + " cannot be");
    }
  }

  private void value(String at, ResourceField field, String value) {
    if (field.type() == FieldType.ENUM && !field.values().containsKey(value)) {
      yaml.fault(at, "must be one of " + String.join(", ", field.values().keySet()));
    } else if (field.type() != FieldType.ENUM
        && field.type() != FieldType.TEXT
        && field.type() != FieldType.BOOLEAN) {
      yaml.fault(at, "only texts, words and truth values can be given as value");
    }
  }

  private ColumnType type(String at, String key, JsonNode report) {
    JsonNode column = report.path("columns").path(key);
    if (column.isMissingNode()) {
      Set<String> keys = new LinkedHashSet<>();
      report.path("columns").fieldNames().forEachRemaining(keys::add);
      yaml.fault(at, "there is no column " + key + "; there are " + String.join(", ", keys));
      return null;
    }
    try {
      return ColumnType.ofWord(column.path("type").asText());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
