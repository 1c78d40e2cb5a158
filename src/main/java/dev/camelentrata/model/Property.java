package dev.camelentrata.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A property as the portal's property list and profile show it.
 *
 * @param id the portal's property id
 * @param timeZone IANA zone in which the property's days begin
 * @param asOf when the portal said so
 */
public record Property(
    String id,
    String name,
    String type,
    Address address,
    Integer yearBuilt,
    Integer unitCount,
    String timeZone,
    boolean disabled,
    Instant asOf) {

  public Property {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
  }
}
