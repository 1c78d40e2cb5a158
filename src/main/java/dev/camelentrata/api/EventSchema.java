package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.resource.Resource;
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
    members.putObject("entity").put("const", type.entity());
    members.putObject("entityId").put("type", "string");
    members.putObject("propertyId").putArray("type").add("string").add("null");
    members.putObject("sequence").put("type", "integer").put("minimum", 1);
    members.putObject("occurredAt").put("type", "string").put("format", "date-time");
    members.set("before", type.before());
    members.set("after", type.after());
    members.putObject("syncRunId").putArray("type").add("string").add("null");
    ObjectNode money = schema.putObject("$defs").putObject("Money");
    money.put("type", "object").put("additionalProperties", false);
    money.putArray("required").add("amount").add("currency");
    ObjectNode parts = money.putObject("properties");
    parts.putObject("amount").put("type", "string").put("pattern", "^-?\\d+(\\.\\d+)?$");
    parts.putObject("currency").put("type", "string").put("pattern", "^[A-Z]{3}$");
    return schema;
  }

  /** The schema of null. */
  ObjectNode nothing() {
    return json.objectNode().put("type", "null");
  }

  /**
   * The changed fields before or after.
   *
   * @param changed the fields that the type speaks of; empty for any
   * @param present whether there is such a side
   */
  ObjectNode state(Resource resource, List<String> changed, boolean present) {
    if (!present) {
      return nothing();
    }
    ObjectNode state = json.objectNode();
    state.put("type", "object");
    state.put("additionalProperties", false);
    ObjectNode fields = state.putObject("properties");
    for (ResourceField field : resource.fields()) {
      if (changed.isEmpty() || changed.contains(field.name())) {
        fields.set(field.name(), resources.field(field));
      }
      if (field.keepsPortalText() && (changed.isEmpty() || changed.contains("portalStatus"))) {
        fields.set("portalStatus", resources.portalText());
      }
    }
    return state;
  }
}
