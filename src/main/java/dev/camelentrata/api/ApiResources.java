package dev.camelentrata.api;

import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Knows which resource an operation of the API is about, by the operation's name. */
final class ApiResources {

  static final String LEDGER = "listLeaseLedger";
  private static final String HISTORY = "History";

  private final ResourceCatalog catalog;
  private final Map<String, Resource> byOperation = new HashMap<>();

  ApiResources(ResourceCatalog catalog) {
    this.catalog = catalog;
    for (Resource resource : catalog.all()) {
      byOperation.put(resource.list(), resource);
      byOperation.put(resource.get(), resource);
      byOperation.put(resource.get() + HISTORY, resource);
      if (resource.name().equals("ledger-transactions")) {
        byOperation.put(LEDGER, resource);
      }
    }
  }

  Optional<Resource> find(String operation) {
    return Optional.ofNullable(byOperation.get(operation));
  }

  Resource of(ApiOperation operation) {
    return find(operation.id())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "operation "
                        + operation.id()
                        + " is of no resource; name it like the resource catalogue does"));
  }

  /** Whether the operation tells the events of one thing. */
  boolean isHistory(ApiOperation operation) {
    return operation.id().endsWith(HISTORY) && find(operation.id()).isPresent();
  }

  Resource leases() {
    return catalog.named("leases");
  }

  /** The placeholder of a thing's id in paths, for example {@code workOrderId}. */
  static String idParameter(Resource resource) {
    StringBuilder name = new StringBuilder();
    for (String word : resource.singular().split("-", -1)) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name + "Id";
  }
}
