package dev.camelentrata.api;

import dev.camelentrata.resource.ResourceCatalog;
import java.util.Map;

/** Which scope a token needs to read events, for whoever delivers them. */
public final class EventScopes {

  private EventScopes() {}

  /** The scope by what the events are about, for example {@code units:read} for {@code unit}. */
  public static Map<String, String> of(ResourceCatalog catalog) {
    return new EventTypes(catalog).entities();
  }
}
