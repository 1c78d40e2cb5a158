package dev.camelentrata;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.resource.FieldType;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import dev.camelentrata.resource.ResourceField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what the API gives from the mirror with the sandbox's own state, record by record. */
final class MirrorComparison {

  private final RunningApplication application;
  private final String token;
  private final List<String> differences = new ArrayList<>();
  private int compared;

  MirrorComparison(RunningApplication application, String token) {
    this.application = application;
    this.token = token;
  }

  /** What differs, in words; empty if nothing does. */
  List<String> differences() {
    List<String> properties = new ArrayList<>();
    application
        .sandbox("GET", "/state", null)
        .json()
        .path("properties")
        .forEach(property -> properties.add(property.path("id").asText()));
    for (Resource resource : ResourceCatalog.load().all()) {
      if (resource.perProperty()) {
        properties.forEach(property -> compare(resource, property));
      } else {
        compare(resource, null);
      }
    }
    return differences;
  }

  /** How many records were compared. */
  int compared() {
    return compared;
  }

  private void compare(Resource resource, String property) {
    String where = resource + (property == null ? "" : " of " + property);
    Map<String, JsonNode> ours = mirrored(resource, property);
    Map<String, JsonNode> theirs = new TreeMap<>();
    application
        .sandbox(
            "GET", "/records/" + resource + (property == null ? "" : "?property=" + property), null)
        .json()
        .forEach(record -> theirs.put(record.path("id").asText(), record));
    if (!ours.keySet().equals(theirs.keySet())) {
      differences.add(where + " has ids " + ours.keySet() + " instead of " + theirs.keySet());
      return;
    }
    theirs.forEach(
        (id, record) -> fields(where + " " + id, resource.fields(), ours.get(id), record));
    compared += theirs.size();
  }

  private Map<String, JsonNode> mirrored(Resource resource, String property) {
    Map<String, JsonNode> items = new TreeMap<>();
    String path =
        (property == null ? "" : "/properties/" + property) + "/" + resource + "?limit=500";
    String cursor = "";
    do {
      JsonNode page = application.get(path + cursor, token).json();
      if (!page.has("data")) {
        throw new AssertionError(path + " answered " + page);
      }
      page.path("data").forEach(item -> items.put(item.path("id").asText(), item));
      cursor =
          page.path("nextCursor").isNull() ? null : "&cursor=" + page.path("nextCursor").asText();
    } while (cursor != null);
    return items;
  }

  private void fields(String where, List<ResourceField> fields, JsonNode ours, JsonNode theirs) {
    for (ResourceField field : fields) {
      if (theirs.has(field.name())) {
        value(
            where + "." + field.name(), field, ours.path(field.name()), theirs.path(field.name()));
      }
    }
  }

  private void value(String where, ResourceField field, JsonNode ours, JsonNode theirs) {
    if (field.type() == FieldType.LIST) {
      if (ours.size() != theirs.size()) {
        differences.add(where + " has " + ours.size() + " elements instead of " + theirs.size());
        return;
      }
      for (int i = 0; i < theirs.size(); i++) {
        fields(where + "[" + i + "]", field.fields(), ours.get(i), theirs.get(i));
      }
    } else if (field.type() == FieldType.OBJECT) {
      fields(where, field.fields(), ours, theirs);
    } else if (!plain(field, ours).equals(expected(field, theirs))) {
      differences.add(where + " is " + ours + " instead of " + theirs);
    }
  }

  private static String plain(ResourceField field, JsonNode ours) {
    if (ours.isNull() || ours.isMissingNode()) {
      return "";
    }
    return switch (field.type()) {
      case MONEY -> number(ours.path("amount").asText());
      case DECIMAL, INTEGER -> number(ours.asText());
      case ENUM -> field.values().getOrDefault(ours.asText(), "?" + ours.asText());
      case TEXTS -> ours.toString();
      default -> ours.asText();
    };
  }

  private static String expected(ResourceField field, JsonNode theirs) {
    if (theirs.isNull()) {
      return "";
    }
    return switch (field.type()) {
      case MONEY, DECIMAL, INTEGER -> number(theirs.asText());
      case TEXTS -> theirs.toString();
      default -> theirs.asText();
    };
  }

  private static String number(String text) {
    return new BigDecimal(text).stripTrailingZeros().toPlainString();
  }
}
