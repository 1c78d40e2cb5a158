package dev.camelentrata.mirror;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.resource.EventRule;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says by the catalogue's rules which events a change of a resource is. Immutable. */
final class ChangeEvents {

  private static final String ANY = "*";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Resource resource;
  private final Set<String> derived;

  ChangeEvents(Resource resource) {
    this.resource = resource;
    this.derived =
        resource.fields().stream()
            .filter(ResourceField::derived)
            .map(ResourceField::name)
            .collect(Collectors.toSet());
    if (resource.fields().stream().anyMatch(f -> f.derived() && f.keepsPortalText())) {
      derived.add("portalStatus");
    }
  }

  /** What the event is called and which data it shows; one of them is null if there is none. */
  record Change(String type, String before, String after) {}

  /** At most one event. */
  List<Change> added(String data) {
    JsonNode after = read(data);
    return first(resource.added(), after).map(r -> new Change(r.type(), null, data)).stream()
        .toList();
  }

  /** At most one event. */
  List<Change> removed(String data) {
    JsonNode before = read(data);
    return first(resource.removed(), before).map(r -> new Change(r.type(), data, null)).stream()
        .toList();
  }

  /** No event if nothing changed but what is derived from other resources. */
  List<Change> changed(String oldData, String newData) {
    JsonNode before = read(oldData);
    JsonNode after = read(newData);
    Set<String> left = changedFields(before, after);
    List<Change> changes = new ArrayList<>();
    for (EventRule rule : resource.changed()) {
      if (left.isEmpty()) {
        break;
      }
      Set<String> taken = new LinkedHashSet<>(left);
      if (!rule.fields().isEmpty()) {
        taken.retainAll(rule.fields());
      }
      if (!taken.isEmpty() && fits(rule, after)) {
        changes.add(new Change(rule.type(), only(taken, before), only(taken, after)));
        left.removeAll(taken);
      }
    }
    return changes;
  }

  private Set<String> changedFields(JsonNode before, JsonNode after) {
    Set<String> names = new LinkedHashSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    names.removeIf(n -> derived.contains(n) || value(before, n).equals(value(after, n)));
    return names;
  }

  private static Optional<EventRule> first(List<EventRule> rules, JsonNode data) {
    return rules.stream().filter(rule -> fits(rule, data)).findFirst();
  }

  private static boolean fits(EventRule rule, JsonNode data) {
    for (Map.Entry<String, String> wanted : rule.where().entrySet()) {
      JsonNode value = value(data, wanted.getKey());
      if (value.isNull()
          || !(wanted.getValue().equals(ANY) || wanted.getValue().equals(value.asText()))) {
        return false;
      }
    }
    return true;
  }

  private static String only(Set<String> fields, JsonNode data) {
    ObjectNode part = JSON.createObjectNode();
    fields.forEach(field -> part.set(field, value(data, field)));
    return part.toString();
  }

  /** A field that is not there is as good as null. */
  private static JsonNode value(JsonNode data, String field) {
    JsonNode value = data.get(field);
    return value == null ? NullNode.getInstance() : value;
  }

  private JsonNode read(String data) {
    try {
      return JSON.readTree(data);
    } catch (JsonProcessingException e) {
      // The parser's own message may quote the data.
      throw new IllegalArgumentException(
          "the data of a "
              + resource.noun()
              + " is not JSON ("
              + e.getClass().getSimpleName()
              + ")");
    }
  }
}
