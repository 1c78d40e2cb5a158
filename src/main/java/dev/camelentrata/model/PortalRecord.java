package dev.camelentrata.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A thing of the catalogue that has no class of its own: its fields by their names there.
 *
 * @param resource the plural name, for example {@code work-orders}
 * @param propertyId null for things of the company
 * @param fields values of text, whole and decimal numbers, {@link Money}, dates and truth values,
 *     lists and maps of them, and null
 * @param asOf when the portal said so
 */
public record PortalRecord(
    String resource, String id, String propertyId, Map<String, Object> fields, Instant asOf) {

  public PortalRecord {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(id, "id");
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  @Override
  public String toString() {
    return "PortalRecord[" + resource + " " + id + "]";
  }
}
