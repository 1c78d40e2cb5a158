package dev.camelentrata.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.mirror.StoredItem;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.write.Write;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;

/** Finds the things that writes are about, and what must be written one after another. */
final class WriteTargets {

  private static final String UNIT = "unitId";
  private static final String LEASE = "leaseId";

  private final ApiSources sources;
  private final ObjectMapper json;

  WriteTargets(ApiSources sources, ObjectMapper json) {
    this.sources = sources;
    this.json = json;
  }

  /** The thing whose id is in the path, from the portal if the mirror has not seen it yet. */
  StoredItem find(Call call, Write write, String id) {
    Resource resource = resource(write.idName());
    ItemReading reading =
        new ItemReading(sources, resource, call.session().id(), call.viewer(), id);
    MirrorAnswer found = reading.read();
    if (found.items().isEmpty()) {
      reading.refresh();
      found = reading.read();
    }
    return found.items().stream()
        .filter(item -> item.removedAt() == null)
        .findFirst()
        .orElseThrow(
            () ->
                ApiException.of(
                    ProblemType.NOT_FOUND,
                    "The portal has no such "
                        + resource.noun()
                        + ", or this portal user may not see it. Check the id."));
  }

  private Resource resource(String idName) {
    return sources.catalog().all().stream()
        .filter(resource -> ApiResources.idParameter(resource).equals(idName))
        .findFirst()
        .orElseThrow();
  }

  /** Writes with the same key are made one after another: those of one unit, above all. */
  String orderKey(Viewer viewer, WriteRequest request) {
    return unit(viewer, request.body())
        .or(
            () ->
                request.target() == null ? Optional.empty() : unit(viewer, data(request.target())))
        .map(unit -> "unit " + unit)
        .orElseGet(() -> ownKey(request));
  }

  private Optional<String> unit(Viewer viewer, JsonNode thing) {
    if (thing.hasNonNull(UNIT)) {
      return Optional.of(thing.get(UNIT).asText());
    }
    if (!thing.hasNonNull(LEASE)) {
      return Optional.empty();
    }
    return sources
        .mirror()
        .find(viewer, resource(LEASE), thing.get(LEASE).asText())
        .map(this::data)
        .filter(lease -> lease.hasNonNull(UNIT))
        .map(lease -> lease.get(UNIT).asText());
  }

  private static String ownKey(WriteRequest request) {
    if (request.target() != null) {
      return request.write().idName() + " " + request.target().id();
    }
    return request.write().order().stream()
        .filter(request.body()::hasNonNull)
        .findFirst()
        .map(field -> field + " " + request.body().get(field).asText())
        .orElseGet(() -> "new " + UUID.randomUUID());
  }

  private JsonNode data(StoredItem item) {
    try {
      return json.readTree(item.data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
