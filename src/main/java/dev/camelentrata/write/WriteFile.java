package dev.camelentrata.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a file of the catalogue. */
final class WriteFile {

  private static final int LONGEST_TEXT = 255;
  private static final int MOST_ELEMENTS = 50;

  private WriteFile() {}

  static Write write(JsonNode file) {
    return new Write(
        required(file, "operation"),
        required(file, "summary"),
        required(file, "method"),
        required(file, "path"),
        required(file, "module"),
        required(file, "scope"),
        required(file, "resource"),
        file.path("creates").asBoolean(),
        texts(file.path("order")),
        texts(file.path("refresh")),
        text(file, "bulk"),
        fields(file.path("fields")),
        rules(file.path("rules")));
  }

  private static List<WriteField> fields(JsonNode node) {
    List<WriteField> fields = new ArrayList<>();
    node.properties().forEach(entry -> fields.add(field(entry.getKey(), entry.getValue())));
    return fields;
  }

  private static WriteField field(String name, JsonNode field) {
    WriteType type = WriteType.ofName(required(field, "type"));
    boolean many = type == WriteType.LIST || type == WriteType.FILES;
    return new WriteField(
        name,
        type,
        field.path("required").asBoolean(),
        required(field, "description"),
        map(field.path("values")),
        type == WriteType.TEXT
            ? Integer.valueOf(field.path("maxLength").asInt(LONGEST_TEXT))
            : null,
        number(field, "minimum"),
        number(field, "maximum"),
        field.path("minItems").asInt(),
        many ? Integer.valueOf(field.path("maxItems").asInt(MOST_ELEMENTS)) : null,
        text(field, "format"),
        text(field, "refers"),
        text(field, "picklist"),
        text(field, "after"),
        fields(field.path("fields")));
  }

  private static List<WriteRule> rules(JsonNode node) {
    List<WriteRule> rules = new ArrayList<>();
    for (JsonNode rule : node) {
      if (rule.has("exactlyOneOf")) {
        rules.add(new WriteRule.ExactlyOneOf(texts(rule.get("exactlyOneOf"))));
      } else if (rule.has("atLeastOneOf")) {
        rules.add(new WriteRule.AtLeastOneOf(texts(rule.get("atLeastOneOf"))));
      } else {
        Map.Entry<String, String> where = map(rule.path("where")).entrySet().iterator().next();
        rules.add(
            new WriteRule.ExactlyOneElement(
                required(rule, "exactlyOneElement"), where.getKey(), where.getValue()));
      }
    }
    return rules;
  }

  private static String required(JsonNode node, String name) {
    String text = text(node, name);
    if (text == null) {
      throw new IllegalStateException("the catalogue of writes lacks " + name + " in " + node);
    }
    return text;
  }

  private static String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asText() : null;
  }

  private static BigDecimal number(JsonNode node, String name) {
    return node.hasNonNull(name) ? new BigDecimal(node.get(name).asText()) : null;
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
