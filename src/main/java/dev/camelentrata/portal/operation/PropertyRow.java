package dev.camelentrata.portal.operation;

import dev.camelentrata.model.Address;
import dev.camelentrata.model.Property;
import java.time.Instant;

/** A row that describes a property. */
final class PropertyRow {

  private PropertyRow() {}

  static Property property(Row row, Instant asOf) {
    return new Property(
        row.text("id"),
        row.text("name"),
        row.text("type"),
        new Address(
            row.text("street"), row.text("city"), row.text("state"), row.text("postalCode")),
        row.integer("yearBuilt"),
        row.integer("unitCount"),
        timeZone(row),
        row.flag("disabled"),
        asOf);
  }

  private static String timeZone(Row row) {
    String portal = row.text("timeZone");
    if (portal == null) {
      return null;
    }
    return PortalTimeZone.iana(portal)
        .orElseThrow(
            () ->
                row.drift(
                    "timeZone",
                    "the value is no time zone; known are Eastern, Central, Mountain, Arizona,"
                        + " Pacific, Alaska, Hawaii Time and IANA names,"));
  }
}
