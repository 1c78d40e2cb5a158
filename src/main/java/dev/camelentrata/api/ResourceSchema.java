package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceField;
import java.util.List;

/** Makes JSON Schemas (2020-12) of resources from the catalogue. */
final class ResourceSchema {

  /** Where OpenAPI descriptions keep the schema of money. */
  static final String OPENAPI_MONEY = "#/components/schemas/Money";

  /** Where a schema that stands alone keeps it. */
  static final String OWN_MONEY = "#/$defs/Money";

  private final JsonNodeFactory json = JsonNodeFactory.instance;
  private final String money;

  /**
   * @param money reference to the schema of money
   */
  ResourceSchema(String money) {
    this.money = money;
  }

  /** The resource's name in descriptions, for example {@code WorkOrder}. */
  static String name(Resource resource) {
    String camel = ApiResources.idParameter(resource);
    return Character.toUpperCase(camel.charAt(0)) + camel.substring(1, camel.length() - 2);
  }

  /** A thing as the API shows it. */
  ObjectNode of(Resource resource) {
    ObjectNode schema = object(resource.fields());
    schema.put("description", resource.description());
    ((ArrayNode) schema.get("required")).add("asOf");
    ObjectNode properties = (ObjectNode) schema.get("properties");
    properties.set("asOf", time("When the portal said so"));
    properties.set("removedAt", time("Only with updatedSince: when the portal no longer had it"));
    return schema;
  }

  private ObjectNode time(String description) {
    return json.objectNode()
        .put("type", "string")
        .put("format", "date-time")
        .put("description", description);
  }

  /** An object that has all of these fields and no others. */
  ObjectNode object(List<ResourceField> fields) {
    ObjectNode schema = json.objectNode().put("type", "object").put("additionalProperties", false);
    ArrayNode required = schema.putArray("required");
    ObjectNode properties = schema.putObject("properties");
    for (ResourceField field : fields) {
      required.add(field.name());
      properties.set(field.name(), field(field));
      if (field.keepsPortalText()) {
        required.add("portalStatus");
        properties.set("portalStatus", portalText());
      }
    }
    return schema;
  }

  /** The portal's own words beside a status. */
  ObjectNode portalText() {
    ObjectNode schema = json.objectNode();
    schema.putArray("type").add("string").add("null");
    return schema.put("description", "The portal's own words for the status");
  }

  /** One field; null is allowed where the portal need not show it. */
  ObjectNode field(ResourceField field) {
    ObjectNode schema = type(field);
    if (!ResourceExample.neverNull(field)) {
      schema = orNull(schema);
    }
    return schema.put("description", field.description());
  }

  private ObjectNode type(ResourceField field) {
    return switch (field.type()) {
      case TEXT -> typed("string");
      case INTEGER -> typed("integer");
      case DECIMAL -> typed("number");
      case MONEY -> json.objectNode().put("$ref", money);
      case DATE -> typed("string").put("format", "date");
      case MONTH -> typed("string").put("pattern", "^\\d{4}-\\d{2}$");
      case BOOLEAN -> typed("boolean");
      case ENUM -> {
        ObjectNode schema = typed("string");
        field.values().keySet().forEach(schema.putArray("enum")::add);
        yield schema;
      }
      case SLUG -> typed("string").put("pattern", "^[a-z0-9]+(-[a-z0-9]+)*$");
      case TEXTS -> list(typed("string"));
      case OBJECT -> object(field.fields());
      case LIST -> list(object(field.fields()));
    };
  }

  private ObjectNode typed(String type) {
    return json.objectNode().put("type", type);
  }

  private ObjectNode list(ObjectNode items) {
    ObjectNode schema = typed("array");
    schema.set("items", items);
    return schema;
  }

  private ObjectNode orNull(ObjectNode schema) {
    if (!schema.has("type")) {
      ObjectNode either = json.objectNode();
      either.putArray("anyOf").add(schema).add(typed("null"));
      return either;
    }
    String type = schema.get("type").textValue();
    schema.putArray("type").add(type).add("null");
    if (schema.get("enum") instanceof ArrayNode values) {
      values.addNull();
    }
    return schema;
  }
}
