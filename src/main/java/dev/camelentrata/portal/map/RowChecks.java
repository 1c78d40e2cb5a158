package dev.camelentrata.portal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Checks how the fields of a row are placed in HTML or JSON. */
final class RowChecks {

  private final MapFaults faults;

  RowChecks(MapFaults faults) {
    this.faults = faults;
  }

  void html(JsonNode html, String at) {
    html.path("fields")
        .properties()
        .forEach(
            field -> {
              String path = FieldPath.of(at + ".fields", field.getKey());
              htmlField(field.getValue(), path);
              if (field.getValue().has("column") && !html.has("headings")) {
                faults.add(
                    path + ".column",
                    "needs headings beside rows, which says where the columns' names are");
              }
            });
  }

  void json(JsonNode json, String at) {
    jsonFields(json.path("fields"), at + ".fields");
    if (json.has("total")
        && json.path("rows").asText().startsWith(json.path("total").asText() + ".")) {
      faults.add(at + ".total", "cannot be a number and hold the rows at the same time");
    }
  }

  /** Columns are found by their headings; rows of several properties have to name theirs. */
  void csv(JsonNode csv, String at) {
    JsonNode property = csv.path("fields").path("propertyId");
    if (csv.path("fields").isObject() && !property.path("required").asBoolean(false)) {
      faults.add(
          at + ".fields",
          "needs propertyId with required: true, which says whose row each of the report is");
    }
    csvFields(csv.path("fields"), at + ".fields");
  }

  private void csvFields(JsonNode fields, String at) {
    fields
        .properties()
        .forEach(
            entry -> {
              JsonNode field = entry.getValue();
              String path = FieldPath.of(at, entry.getKey());
              refuse(field, path, "path", "belongs to json; in csv use column");
              for (String key : new String[] {"select", "attribute"}) {
                refuse(field, path, key, "belongs to html; in csv use column");
              }
              nested(field, path);
              if (field.path("type").asText().equals("list")) {
                refuse(field, path, "column", "is for the fields of the list's elements");
                csvFields(field.path("fields"), path + ".fields");
              } else if (field.isObject() && !field.has("column")) {
                faults.add(path, "needs a column, the heading that it stands below");
              }
            });
  }

  private void htmlField(JsonNode field, String at) {
    refuse(field, at, "path", "belongs to json; in html use column, select or attribute");
    boolean placed = field.has("column") || field.has("select") || field.has("attribute");
    if (field.isObject() && !placed) {
      faults.add(at, "needs a column, select or attribute that says where it is in the row");
    }
    nested(field, at);
    boolean list = field.path("type").asText().equals("list");
    if (list && !field.has("select")) {
      faults.add(at, "a list needs select, which says what its elements are");
    }
    field
        .path("fields")
        .properties()
        .forEach(
            inner -> {
              String path = FieldPath.of(at + ".fields", inner.getKey());
              refuse(
                  inner.getValue(),
                  path,
                  "column",
                  "is for the row's own fields; use select or attribute");
              htmlField(inner.getValue(), path);
            });
  }

  private void jsonFields(JsonNode fields, String at) {
    Map<String, String> paths = new HashMap<>();
    fields
        .properties()
        .forEach(
            entry -> {
              JsonNode field = entry.getValue();
              String path = FieldPath.of(at, entry.getKey());
              for (String key : new String[] {"column", "select", "attribute"}) {
                refuse(field, path, key, "belongs to html; in json use path");
              }
              if (field.isObject() && !field.has("path")) {
                faults.add(path, "needs a path that says which key of the row it is");
              }
              nested(field, path);
              paths.put(field.path("path").asText(), path);
              jsonFields(field.path("fields"), path + ".fields");
            });
    paths.forEach(
        (path, at2) ->
            paths.keySet().stream()
                .filter(other -> other.startsWith(path + "."))
                .forEach(
                    other ->
                        faults.add(
                            at2 + ".path",
                            "'"
                                + path
                                + "' cannot be a value and hold '"
                                + other
                                + "' at the same time")));
  }

  private void nested(JsonNode field, String at) {
    if (!field.path("type").asText().equals("list")) {
      refuse(field, at, "fields", "goes with type list only");
    }
  }

  private void refuse(JsonNode field, String at, String key, String message) {
    if (field.has(key)) {
      faults.add(at + "." + key, message);
    }
  }
}
