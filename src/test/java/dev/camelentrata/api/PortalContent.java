package dev.camelentrata.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.mirror.MirrorItem;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import dev.camelentrata.resource.ResourceJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** What a portal in memory shows: a few things of every resource. */
final class PortalContent {

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final ObjectMapper json = ResourceJson.mapper();
  private final ResourceCatalog catalog;
  private final Map<String, List<ObjectNode>> items = new LinkedHashMap<>();

  PortalContent(ResourceCatalog catalog) {
    this.catalog = catalog;
    reset();
  }

  void reset() {
    items.clear();
    for (Resource resource : catalog.all()) {
      List<ObjectNode> nodes = new ArrayList<>();
      switch (resource.name()) {
        case "properties" -> FakePortal.properties().forEach(p -> nodes.add(object(p)));
        case "units" -> FakePortal.units().forEach(u -> nodes.add(object(u)));
        case "floorplans" -> FakePortal.floorplans().forEach(f -> nodes.add(object(f)));
        default -> nodes.add(example(resource));
      }
      nodes.forEach(node -> node.remove("asOf"));
      items.put(resource.name(), nodes);
    }
  }

  private ObjectNode object(Object value) {
    try {
      return (ObjectNode) json.readTree(json.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ObjectNode example(Resource resource) {
    ObjectNode example = new ResourceExample().of(resource);
    if (resource.perProperty()) {
      example.put("propertyId", "1001");
    }
    if (example.has("leaseId")) {
      example.put("leaseId", "lease-1");
    }
    return example;
  }

  /** The thing of this id, to be changed. */
  ObjectNode get(String resource, String id) {
    return items.get(resource).stream()
        .filter(node -> node.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(
            () -> PortalException.of(PortalProblem.NOT_FOUND, "There is no " + id + " here."));
  }

  void remove(String resource, String id) {
    items.get(resource).removeIf(node -> node.path("id").asText().equals(id));
  }

  String property(Resource resource, String id) {
    return get(resource.name(), id).path("propertyId").asText();
  }

  List<MirrorItem> items(Resource resource, String propertyId) {
    return items.get(resource.name()).stream()
        .filter(node -> propertyId == null || Objects.equals(text(node, "propertyId"), propertyId))
        .map(node -> new MirrorItem(text(node, "id"), key(resource, node), node.toString(), null))
        .toList();
  }

  private static String text(ObjectNode node, String field) {
    return node.path(field).asText();
  }

  /** Numbers in names count as numbers. */
  private static String key(Resource resource, ObjectNode node) {
    StringBuilder key = new StringBuilder();
    for (String field : resource.sort()) {
      key.append(
          DIGITS
              .matcher(text(node, field))
              .replaceAll(m -> "0".repeat(6) + m.group())
              .replaceAll("0+(\\d{6})", "$1"));
      key.append('\u0001');
    }
    return key.toString();
  }
}
