package dev.camelentrata.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.mirror.Mirror;
import dev.camelentrata.mirror.MirrorBatch;
import dev.camelentrata.mirror.MirrorItem;
import dev.camelentrata.mirror.MirrorPage;
import dev.camelentrata.mirror.MirrorQuery;
import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.mirror.ResourceAge;
import dev.camelentrata.mirror.StoredItem;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.mirror.WriteResult;
import dev.camelentrata.resource.Resource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mirror in memory. */
final class FakeMirror implements Mirror {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Map<String, StoredItem>> items = new LinkedHashMap<>();
  private final Map<MirrorScope, Instant> read = new LinkedHashMap<>();

  synchronized void reset() {
    items.clear();
    read.clear();
  }

  @Override
  public synchronized WriteResult write(MirrorBatch batch) {
    Map<String, StoredItem> stored = of(batch.scope().resource());
    String propertyId = batch.scope().propertyId();
    Map<String, StoredItem> before = new LinkedHashMap<>(stored);
    for (MirrorItem item : batch.items()) {
      StoredItem old = before.remove(item.id());
      boolean same = old != null && old.removedAt() == null && old.data().equals(item.data());
      stored.put(
          item.id(),
          new StoredItem(
              item.id(),
              propertyId,
              item.sortKey(),
              item.data(),
              batch.asOf(),
              same ? old.updatedAt() : batch.asOf(),
              null));
    }
    if (batch.complete()) {
      before.values().stream()
          .filter(old -> String.valueOf(propertyId).equals(String.valueOf(old.propertyId())))
          .filter(old -> old.removedAt() == null)
          .forEach(old -> stored.put(old.id(), removed(old, batch.asOf())));
      read.put(batch.scope(), batch.asOf());
    }
    return new WriteResult(batch.items().size(), 0, 0, 0, false);
  }

  private static StoredItem removed(StoredItem old, Instant at) {
    return new StoredItem(old.id(), old.propertyId(), old.sortKey(), old.data(), at, at, at);
  }

  private Map<String, StoredItem> of(Resource resource) {
    return items.computeIfAbsent(resource.name(), name -> new LinkedHashMap<>());
  }

  @Override
  public synchronized MirrorPage list(Viewer viewer, Resource resource, MirrorQuery query) {
    List<StoredItem> found = new ArrayList<>();
    of(resource).values().stream()
        .filter(item -> visible(viewer, resource, item))
        .filter(item -> query.propertyId() == null || query.propertyId().equals(item.propertyId()))
        .filter(item -> wanted(resource, query, item))
        .sorted(Comparator.comparing(StoredItem::sortKey).thenComparing(StoredItem::id))
        .filter(item -> after(query, item))
        .forEach(found::add);
    boolean more = found.size() > query.limit();
    MirrorScope scope =
        new MirrorScope(
            viewer.company(), resource, resource.perProperty() ? query.propertyId() : null);
    return new MirrorPage(more ? found.subList(0, query.limit()) : found, more, read.get(scope));
  }

  private static boolean visible(Viewer viewer, Resource resource, StoredItem item) {
    String property = resource.name().equals("properties") ? item.id() : item.propertyId();
    return viewer.sees(resource) && (property == null || viewer.propertyIds().contains(property));
  }

  private static boolean after(MirrorQuery query, StoredItem item) {
    if (query.afterSortKey() == null) {
      return true;
    }
    int order = item.sortKey().compareTo(query.afterSortKey());
    return order > 0 || (order == 0 && item.id().compareTo(query.afterId()) > 0);
  }

  private static boolean wanted(Resource resource, MirrorQuery query, StoredItem item) {
    JsonNode data = json(item.data());
    if (query.updatedSince() == null
        ? item.removedAt() != null
        : item.updatedAt().isBefore(query.updatedSince())) {
      return false;
    }
    String day = resource.day() == null ? "" : data.path(resource.day()).asText();
    return query.equal().entrySet().stream()
            .allMatch(e -> e.getValue().contains(data.path(e.getKey()).asText()))
        && (query.from() == null || day.compareTo(query.from().toString()) >= 0)
        && (query.to() == null || day.compareTo(query.to().toString()) <= 0)
        && query.least().entrySet().stream()
            .allMatch(e -> number(data, e.getKey()).compareTo(e.getValue()) >= 0)
        && query.most().entrySet().stream()
            .allMatch(e -> number(data, e.getKey()).compareTo(e.getValue()) <= 0);
  }

  private static BigDecimal number(JsonNode data, String field) {
    return data.path(field).decimalValue();
  }

  private static JsonNode json(String data) {
    try {
      return JSON.readTree(data);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(data, e);
    }
  }

  @Override
  public synchronized Optional<StoredItem> find(Viewer viewer, Resource resource, String id) {
    return Optional.ofNullable(of(resource).get(id)).filter(i -> visible(viewer, resource, i));
  }

  @Override
  public synchronized Optional<Instant> asOf(MirrorScope scope) {
    return Optional.ofNullable(read.get(scope));
  }

  @Override
  public List<ResourceAge> ages(Viewer viewer) {
    Duration age = Duration.ofMillis(12_500);
    return List.of(new ResourceAge("units", viewer.propertyIds().size(), age, age, age, age));
  }
}
