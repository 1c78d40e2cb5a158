package dev.camelentrata.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Makes the JSON Schema (2020-12) of a write's body. */
public final class WriteSchema {

  static final String EMAIL = "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$";
  static final String PHONE = "^\\+?[0-9][0-9 ().-]{5,24}$";
  static final String DATE = "^\\d{4}-\\d{2}-\\d{2}$";
  static final String TIME = "^([01]\\d|2[0-3]):[0-5]\\d$";
  static final String AMOUNT = "^-?\\d{1,9}(\\.\\d{1,2})?$";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private WriteSchema() {}

  /** The body of this write. */
  public static ObjectNode of(Write write) {
    return object(write.fields());
  }

  private static ObjectNode object(List<WriteField> fields) {
    ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
    ArrayNode required = JSON.arrayNode();
    ObjectNode properties = schema.putObject("properties");
    for (WriteField field : fields) {
      properties.set(field.name(), type(field).put("description", field.description()));
      if (field.required()) {
        required.add(field.name());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema;
  }

  private static ObjectNode type(WriteField field) {
    return switch (field.type()) {
      case TEXT -> text(field);
      case INTEGER -> limits(typed("integer"), field);
      case DECIMAL -> limits(typed("number"), field);
      case MONEY -> money();
      case DATE -> typed("string").put("format", "date").put("pattern", DATE);
      case TIME -> typed("string").put("pattern", TIME);
      case BOOLEAN -> typed("boolean");
      case ENUM -> {
        ObjectNode schema = typed("string");
        field.values().keySet().forEach(schema.putArray("enum")::add);
        yield schema;
      }
      case FILES -> list(typed("string").put("minLength", 1).put("maxLength", 64), field);
      case OBJECT -> object(field.fields());
      case LIST -> list(object(field.fields()), field);
    };
  }

  private static ObjectNode text(WriteField field) {
    ObjectNode schema = typed("string").put("minLength", 1).put("maxLength", field.longest());
    if ("email".equals(field.format())) {
      schema.put("format", "email").put("pattern", EMAIL);
    } else if ("phone".equals(field.format())) {
      schema.put("pattern", PHONE);
    }
    return schema;
  }

  private static ObjectNode money() {
    ObjectNode schema = object(List.of());
    ObjectNode properties = (ObjectNode) schema.get("properties");
    properties.set("amount", typed("string").put("pattern", AMOUNT));
    properties.set("currency", typed("string").put("pattern", "^[A-Z]{3}$"));
    schema.putArray("required").add("amount").add("currency");
    return schema;
  }

  private static ObjectNode limits(ObjectNode schema, WriteField field) {
    if (field.minimum() != null) {
      schema.put("minimum", field.minimum());
    }
    if (field.maximum() != null) {
      schema.put("maximum", field.maximum());
    }
    return schema;
  }

  private static ObjectNode list(ObjectNode items, WriteField field) {
    ObjectNode schema = typed("array");
    schema.set("items", items);
    schema.put("maxItems", field.most());
    if (field.least() > 0) {
      schema.put("minItems", field.least());
    }
    return schema;
  }

  private static ObjectNode typed(String type) {
    return JSON.objectNode().put("type", type);
  }
}
