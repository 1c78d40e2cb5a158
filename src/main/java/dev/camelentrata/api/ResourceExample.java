package dev.camelentrata.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.resource.FieldType;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceField;
import java.util.List;

/** Makes an example of a resource, as the API shows it but without {@code asOf}. */
final class ResourceExample {

  private final JsonNodeFactory json = JsonNodeFactory.instance;

  ObjectNode of(Resource resource) {
    ObjectNode example = object(resource.fields());
    example.put("id", resource.singular() + "-1");
    return example;
  }

  /** An object with these fields, the portal's own words beside a status. */
  ObjectNode object(List<ResourceField> fields) {
    ObjectNode object = json.objectNode();
    for (ResourceField field : fields) {
      object.set(field.name(), value(field));
      if (field.keepsPortalText()) {
        object.put("portalStatus", field.values().values().iterator().next());
      }
    }
    return object;
  }

  private JsonNode value(ResourceField field) {
    return switch (field.type()) {
      case TEXT -> json.textNode(text(field.name()));
      case INTEGER -> json.numberNode(12);
      case DECIMAL -> json.numberNode(2);
      case MONEY -> json.objectNode().put("amount", "1545.00").put("currency", "USD");
      case DATE -> json.textNode("2026-12-01");
      case MONTH -> json.textNode("2026-12");
      case BOOLEAN -> json.booleanNode(true);
      case ENUM -> json.textNode(field.values().keySet().iterator().next());
      case SLUG -> json.textNode("washer-dryer");
      case TEXTS -> json.arrayNode().add("Balcony");
      case OBJECT -> object(field.fields());
      case LIST -> json.arrayNode().add(object(field.fields()));
    };
  }

  private static String text(String name) {
    if (name.endsWith("Id") || name.equals("id")) {
      return "1001";
    }
    return switch (name) {
      case "email" -> "robin@example.test";
      case "phone" -> "801-555-0100";
      case "timeZone" -> "America/Denver";
      case "currency" -> "USD";
      case "state" -> "UT";
      case "firstName" -> "Robin";
      case "lastName" -> "Example";
      default -> "Example";
    };
  }

  /** Whether a value of this type is never null: lists are empty instead. */
  static boolean neverNull(ResourceField field) {
    return field.required() || field.type() == FieldType.LIST || field.type() == FieldType.TEXTS;
  }
}
