package dev.camelentrata.portal.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a map against its JSON Schema and says in plain words what is wrong and what is allowed.
 */
final class PortalMapSchema {

  private static final Map<String, String> TYPES =
      Map.of(
          "string", "a text",
          "integer", "a whole number",
          "number", "a number",
          "boolean", "true or false",
          "object", "a mapping (key: value)",
          "array", "a list",
          "null", "nothing");

  private static final Set<String> NAMES_A_KEY = Set.of("additionalProperties", "propertyNames");

  private final JsonNode definition;
  private final Schema schema;

  private PortalMapSchema(JsonNode definition) {
    this.definition = definition;
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(definition);
  }

  /** The schema of a portal map. */
  static PortalMapSchema ofMaps() {
    return new PortalMapSchema(definition());
  }

  /** The schema of a file that holds a portal map's writes only. */
  static PortalMapSchema ofWrites() {
    ObjectNode definition = definition();
    definition.remove("required");
    ((ObjectNode) definition.get("properties")).retain("writes", "references");
    return new PortalMapSchema(definition);
  }

  /** The schema of another kind of file. */
  static PortalMapSchema of(JsonNode definition) {
    return new PortalMapSchema(definition);
  }

  private static ObjectNode definition() {
    try (InputStream in = PortalMapSchema.class.getResourceAsStream("portal-map.schema.json")) {
      return (ObjectNode) new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void check(JsonNode map, MapFaults faults) {
    for (Error error : schema.validate(map)) {
      String at = fieldOf(error.getInstanceLocation());
      String field =
          NAMES_A_KEY.contains(error.getKeyword()) ? FieldPath.of(at, error.getProperty()) : at;
      faults.add(field, explain(error));
    }
  }

  private String explain(Error error) {
    JsonNode rule = error.getSchemaNode();
    JsonNode seen = error.getInstanceNode();
    return switch (error.getKeyword()) {
      case "additionalProperties" -> unknownKey(error);
      case "propertyNames" ->
          "unknown key '"
              + error.getProperty()
              + "'; a key here must be "
              + rule.path("description").asText();
      case "required" -> "the key '" + error.getProperty() + "' is missing; add it";
      case "type" -> "must be " + typeNames(rule) + ", but is " + typeOf(seen);
      case "enum" -> "must be one of " + String.join(", ", texts(rule)) + ", not " + shown(seen);
      case "const" -> "must be " + rule.asText() + ", not " + shown(seen);
      case "pattern" -> "must be " + description(error) + ", not " + shown(seen);
      case "minLength" -> "must be " + description(error) + ", but is empty";
      case "minimum" -> "must be at least " + rule.asText() + ", not " + shown(seen);
      case "maximum" -> "must be at most " + rule.asText() + ", not " + shown(seen);
      case "minItems" -> "needs at least one entry";
      case "minProperties" -> "needs at least one of " + String.join(", ", keysAround(error));
      default -> error.getMessage();
    };
  }

  private String unknownKey(Error error) {
    List<String> allowed = keysAround(error);
    return "unknown key '"
        + error.getProperty()
        + "'"
        + Spelling.closest(error.getProperty(), allowed)
            .map(s -> "; did you mean " + s + "?")
            .orElse("")
        + "; allowed here: "
        + String.join(", ", allowed);
  }

  private List<String> keysAround(Error error) {
    List<String> keys = new ArrayList<>();
    around(error).path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private String description(Error error) {
    return around(error).path("description").asText("of the right form");
  }

  /** The part of the schema that holds the keyword which failed. */
  private JsonNode around(Error error) {
    String location = error.getSchemaLocation().toString();
    String pointer = location.substring(location.indexOf('#') + 1);
    return definition.at(pointer.substring(0, pointer.lastIndexOf('/')));
  }

  private static String typeNames(JsonNode rule) {
    return rule.isArray()
        ? String.join(" or ", texts(rule).stream().map(t -> TYPES.getOrDefault(t, t)).toList())
        : TYPES.getOrDefault(rule.asText(), rule.asText());
  }

  private static String typeOf(JsonNode seen) {
    return switch (seen.getNodeType()) {
      case OBJECT -> TYPES.get("object");
      case ARRAY -> TYPES.get("array");
      case NULL -> "empty";
      case BOOLEAN -> "the truth value " + seen.asText() + "; put it in quotes if a text is meant";
      case NUMBER -> "the number " + seen.asText() + "; put it in quotes if a text is meant";
      default -> "the text " + shown(seen);
    };
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static String shown(JsonNode seen) {
    return seen.isContainerNode() ? typeOf(seen) : "'" + seen.asText() + "'";
  }

  private static String fieldOf(NodePath location) {
    String field = "";
    for (int i = 0; i < location.getNameCount(); i++) {
      Object element = location.getElement(i);
      field =
          element instanceof Integer index
              ? FieldPath.of(field, index)
              : FieldPath.of(field, String.valueOf(element));
    }
    return field;
  }
}
