package dev.camelentrata.portal.operation;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The portal's American names of time zones as IANA zones. */
final class PortalTimeZone {

  private static final Map<String, String> AMERICAN =
      Map.ofEntries(
          Map.entry("atlantic", "America/Puerto_Rico"),
          Map.entry("eastern", "America/New_York"),
          Map.entry("central", "America/Chicago"),
          Map.entry("mountain", "America/Denver"),
          Map.entry("arizona", "America/Phoenix"),
          Map.entry("mountain (arizona)", "America/Phoenix"),
          Map.entry("pacific", "America/Los_Angeles"),
          Map.entry("alaska", "America/Anchorage"),
          Map.entry("hawaii", "Pacific/Honolulu"),
          Map.entry("est", "America/New_York"),
          Map.entry("cst", "America/Chicago"),
          Map.entry("mst", "America/Denver"),
          Map.entry("pst", "America/Los_Angeles"));

  private PortalTimeZone() {}

  /** The zone of a name such as {@code Mountain Time} or {@code America/Denver}. */
  static Optional<String> iana(String portal) {
    String name = portal.trim().toLowerCase(Locale.ROOT);
    for (String ending : new String[] {" standard time", " time zone", " time"}) {
      name = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    }
    String american = AMERICAN.get(name);
    if (american != null) {
      return Optional.of(american);
    }
    boolean iana = portal.contains("/") && ZoneId.getAvailableZoneIds().contains(portal.trim());
    return iana ? Optional.of(portal.trim()) : Optional.empty();
  }
}
