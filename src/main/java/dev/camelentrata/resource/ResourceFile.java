package dev.camelentrata.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a file of the catalogue. */
final class ResourceFile {

  private ResourceFile() {}

  static Resource resource(JsonNode file) {
    JsonNode events = file.path("events");
    return new Resource(
        required(file, "name"),
        required(file, "singular"),
        required(file, "noun"),
        required(file, "description"),
        required(file, "scope").equals("property"),
        text(file, "module"),
        required(file, "list"),
        required(file, "get"),
        texts(file.path("sort")),
        text(file, "day"),
        texts(file.path("filters")),
        fields(file.path("fields")),
        rules(events.path("added")),
        rules(events.path("changed")),
        rules(events.path("removed")));
  }

  private static List<ResourceField> fields(JsonNode node) {
    List<ResourceField> fields = new ArrayList<>();
    node.properties()
        .forEach(
            entry -> {
              JsonNode field = entry.getValue();
              fields.add(
                  new ResourceField(
                      entry.getKey(),
                      FieldType.ofName(required(field, "type")),
                      field.path("required").asBoolean(),
                      field.path("derived").asBoolean(),
                      field.path("computed").asBoolean(),
                      required(field, "description"),
                      text(field, "of"),
                      map(field.path("values")),
                      fields(field.path("fields"))));
            });
    return fields;
  }

  private static List<EventRule> rules(JsonNode node) {
    List<EventRule> rules = new ArrayList<>();
    node.forEach(
        rule ->
            rules.add(
                new EventRule(
                    required(rule, "type"), texts(rule.path("fields")), map(rule.path("where")))));
    return rules;
  }

  private static String required(JsonNode node, String name) {
    String text = text(node, name);
    if (text == null) {
      throw new IllegalStateException("the resource catalogue lacks " + name + " in " + node);
    }
    return text;
  }

  private static String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asText() : null;
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static Map<String, String> map(JsonNode node) {
    Map<String, String> map = new LinkedHashMap<>();
    node.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
    return map;
  }
}
