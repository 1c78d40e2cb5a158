package dev.camelentrata.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.mirror.Mirror;
import dev.camelentrata.mirror.StoredItem;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Knows which day it is at a property, by the mirror; UTC's while the mirror does not know it. */
final class PropertyDays {

  private final Mirror mirror;
  private final Resource properties;
  private final ObjectMapper json = new ObjectMapper();

  PropertyDays(Mirror mirror, ResourceCatalog catalog) {
    this.mirror = mirror;
    this.properties = catalog.named("properties");
  }

  LocalDate day(String company, String propertyId, Instant at) {
    if (propertyId == null) {
      return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
    Viewer viewer = new Viewer(company, Set.of(propertyId), Set.of());
    return at.atZone(
            mirror.find(viewer, properties, propertyId).flatMap(this::zone).orElse(ZoneOffset.UTC))
        .toLocalDate();
  }

  private Optional<ZoneId> zone(StoredItem property) {
    try {
      return Optional.of(ZoneId.of(json.readTree(property.data()).path("timeZone").asText()));
    } catch (DateTimeException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
