package dev.camelentrata.portal.map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.resource.FieldType;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import dev.camelentrata.resource.ResourceField;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Checks operations and fields against the catalogue of resources: nothing else is ever read. */
final class CatalogueChecks {

  /** Their fields are fixed by the schema. */
  private static final List<String> OWN_SCHEMA = List.of("properties", "units", "floorplans");

  private static final List<List<String>> ROWS =
      List.of(
          List.of("replay", "html"),
          List.of("replay", "json"),
          List.of("report", "csv"),
          List.of("browser", "html"));

  private final MapFaults faults;
  private final Map<String, Resource> byOperation = new TreeMap<>();

  CatalogueChecks(ResourceCatalog catalog, MapFaults faults) {
    this.faults = faults;
    for (Resource resource : catalog.all()) {
      byOperation.put(resource.list(), resource);
      byOperation.put(resource.get(), resource);
    }
  }

  void check(JsonNode operations) {
    operations
        .properties()
        .forEach(
            entry -> {
              String at = FieldPath.of("operations", entry.getKey());
              Resource resource = byOperation.get(entry.getKey());
              if (resource != null) {
                checkRows(resource, entry.getValue(), at);
              } else if (entry.getKey().matches("(list|get)[A-Z][A-Za-z]*")) {
                faults.add(at, unknown("operation", entry.getKey(), byOperation.keySet()));
              }
            });
  }

  private void checkRows(Resource resource, JsonNode operation, String at) {
    if (OWN_SCHEMA.contains(resource.name())) {
      return;
    }
    for (List<String> way : ROWS) {
      JsonNode fields = operation.path(way.get(0)).path(way.get(1)).path("fields");
      checkFields(resource.fields(), fields, at + "." + String.join(".", way) + ".fields");
    }
  }

  private void checkFields(List<ResourceField> known, JsonNode fields, String at) {
    Map<String, ResourceField> byName = new TreeMap<>();
    known.stream()
        .filter(field -> field.type() != FieldType.SLUG)
        .forEach(field -> byName.put(field.name(), field));
    fields
        .properties()
        .forEach(
            entry -> {
              String path = FieldPath.of(at, entry.getKey());
              ResourceField field = byName.get(entry.getKey());
              if (field != null) {
                checkField(field, entry.getValue(), path);
              } else if (entry.getKey().matches("[a-z][A-Za-z0-9]*")) {
                faults.add(path, unknown("field", entry.getKey(), byName.keySet()));
              }
            });
  }

  private void checkField(ResourceField field, JsonNode mapped, String at) {
    List<String> types = types(field.type());
    String type = mapped.path("type").asText(types.get(0));
    if (!types.contains(type) && isType(type)) {
      faults.add(at + ".type", "must be " + String.join(" or ", types) + ", not '" + type + "'");
    }
    if (field.type() == FieldType.LIST) {
      checkFields(field.fields(), mapped.path("fields"), at + ".fields");
    }
  }

  /** The types in which a map may give a field; enums and months come in the portal's words. */
  private static List<String> types(FieldType type) {
    return switch (type) {
      case ENUM, MONTH, SLUG, OBJECT, TEXT -> List.of("text");
      case DECIMAL -> List.of("decimal", "integer");
      case INTEGER, MONEY, DATE, BOOLEAN, TEXTS, LIST ->
          List.of(type.name().toLowerCase(Locale.ROOT));
    };
  }

  /** Other words are told by the schema already. */
  private static boolean isType(String word) {
    for (PortalMap.Type type : PortalMap.Type.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(word)) {
        return true;
      }
    }
    return false;
  }

  private static String unknown(String what, String name, Collection<String> known) {
    return "there is no "
        + what
        + " '"
        + name
        + "'"
        + Spelling.closest(name, known).map(s -> "; did you mean " + s + "?").orElse("")
        + "; known are: "
        + String.join(", ", known);
  }
}
