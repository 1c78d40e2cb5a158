package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.resource.ResourceField;
import java.util.List;

/** Makes the JSON Schema (2020-12) of a type of events; it stands alone. */
final class EventSchema {

  private static final List<String> MEMBERS =
      List.of(
          "id",
          "type",
          "entity",
          "entityId",
          "propertyId",
          "sequence",
          "occurredAt",
          "before",
          "after",
          "syncRunId");

  private final JsonNodeFactory json = JsonNodeFactory.instance;
  private final ResourceSchema resources = new ResourceSchema(ResourceSchema.OWN_MONEY);

  ObjectNode of(EventType type) {
    ObjectNode schema = json.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", type.name());
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    MEMBERS.forEach(schema.putArray("required")::add);
    ObjectNode members = schema.putObject("properties");
    members.putObject("id").put("type", "string");
    members.putObject("type").put("const", type.name());
    members.putObject("entity").put("const", type.resource().singular());
    members.putObject("entityId").put("type", "string");
    members.putObject("propertyId").putArray("type").add("string").add("null");
    members.putObject("sequence").put("type", "integer").put("minimum", 1);
    members.putObject("occurredAt").put("type", "string").put("format", "date-time");
    members.set("before", state(type, EventType.Change.ADDED));
    members.set("after", state(type, EventType.Change.REMOVED));
    members.putObject("syncRunId").putArray("type").add("string").add("null");
    ObjectNode money = schema.putObject("$defs").putObject("Money");
    money.put("type", "object").put("additionalProperties", false);
    money.putArray("required").add("amount").add("currency");
    ObjectNode parts = money.putObject("properties");
    parts.putObject("amount").put("type", "string").put("pattern", "^-?\\d+(\\.\\d+)?$");
    parts.putObject("currency").put("type", "string").put("pattern", "^[A-Z]{3}$");
    return schema;
  }

  /** The changed fields before or after; null where there is no such side. */
  private ObjectNode state(EventType type, EventType.Change absent) {
    ObjectNode state = json.objectNode();
    if (type.change() == absent) {
      return state.put("type", "null");
    }
    state.put("type", "object");
    state.put("additionalProperties", false);
    ObjectNode fields = state.putObject("properties");
    for (ResourceField field : type.resource().fields()) {
      if (type.fields().isEmpty() || type.fields().contains(field.name())) {
        fields.set(field.name(), resources.field(field));
      }
      if (field.keepsPortalText()
          && (type.fields().isEmpty() || type.fields().contains("portalStatus"))) {
        fields.set("portalStatus", resources.portalText());
      }
    }
    return state;
  }
}
