package dev.camelentrata.portal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.function.Consumer;

/** Checks the values at the top of a portal map: time zone, formats, currency. */
final class ValueChecks {

  private final MapFaults faults;

  ValueChecks(MapFaults faults) {
    this.faults = faults;
  }

  void check(JsonNode map) {
    check(map, "timeZone", ZoneId::of, "an IANA time zone such as America/Denver");
    check(map, "dateFormat", ValueChecks::formatDay, "a date pattern such as MM/dd/yyyy");
    check(map, "timeFormat", ValueChecks::formatTime, "a time pattern such as HH:mm");
    check(map, "currency", Currency::getInstance, "an ISO 4217 code such as USD");
  }

  private void check(JsonNode map, String key, Consumer<String> use, String allowed) {
    JsonNode value = map.path(key);
    if (value.isTextual()) {
      try {
        use.accept(value.asText());
      } catch (RuntimeException e) {
        faults.add(key, "must be " + allowed + ", not '" + value.asText() + "'");
      }
    }
  }

  private static String formatTime(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).format(LocalTime.NOON);
  }

  private static String formatDay(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).format(LocalDate.EPOCH);
  }
}
