package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.map.PortalMap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Narrows a call to rows changed since a time, written as the portal writes times. */
final class ChangedSince {

  static final String PARAMETER = "since";

  private final ZoneId zone;
  private final PortalMap.Since since;

  ChangedSince(PortalMap map, PortalMap.Since since) {
    this.zone = map.timeZone();
    this.since = since;
  }

  PortalMap.Request added(PortalMap.Request request, Map<String, String> parameters) {
    String time = text(Instant.parse(parameters.get(PARAMETER)));
    return new PortalMap.Request(
        request.method(),
        request.path(),
        filled(request.query(), since.query(), time),
        filled(request.form(), since.form(), time),
        request.headers());
  }

  /** In the hour that comes twice in autumn, an hour earlier: better a row too many. */
  private String text(Instant instant) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
    if (zone.getRules().getValidOffsets(local).size() > 1) {
      local = LocalDateTime.ofInstant(instant.minus(Duration.ofHours(1)), zone);
    }
    return DateTimeFormatter.ofPattern(since.format(), Locale.US).format(local);
  }

  private static Map<String, String> filled(
      Map<String, String> all, Map<String, String> more, String time) {
    Map<String, String> filled = new LinkedHashMap<>(all);
    more.forEach((name, value) -> filled.put(name, value.replace("{since}", time)));
    return filled;
  }
}
