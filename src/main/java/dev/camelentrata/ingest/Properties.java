package dev.camelentrata.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A company's properties by name and id. */
final class Properties {

  static final List<String> FIELDS = List.of("name", "timeZone");

  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> found = new HashMap<>();
  private final Map<String, String> zones = new HashMap<>();
  private final Map<String, LocalDate> days = new HashMap<>();
  private final Instant asOf;

  /**
   * @param keys of each its id, its name and its time zone
   */
  Properties(List<String[]> keys, Instant asOf) {
    this.asOf = asOf;
    for (String[] property : keys) {
      ids.put(property[0], property[0]);
      zones.put(property[0], property[2]);
      if (property[1] != null) {
        String other = ids.put(plain(property[1]), property[0]);
        if (other != null && !other.equals(property[0])) {
          ids.put(plain(property[1]), null);
        }
      }
    }
  }

  /** The id of what is named so, with or without its id in parentheses; null if there is none. */
  String find(String text) {
    String id = found.get(text);
    if (id == null) {
      id = look(text);
      if (id != null) {
        found.put(text, id);
      }
    }
    return id;
  }

  private String look(String text) {
    String plain = plain(text);
    String id = ids.get(plain);
    int bracket = plain.lastIndexOf('(');
    if (id == null && bracket > 0) {
      String inner = plain.substring(bracket + 1).replace(")", "").strip();
      id = ids.get(inner);
      return id == null ? ids.get(plain.substring(0, bracket).strip()) : id;
    }
    return id;
  }

  /** The property that a text names among other words; empty if it names none or several. */
  Optional<String> within(String text) {
    String words = " " + plain(text).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
    List<String> found =
        ids.entrySet().stream()
            .filter(
                e ->
                    e.getValue() != null
                        && !e.getKey().equals(e.getValue())
                        && words.contains(
                            " " + e.getKey().replaceAll("[^\\p{L}\\p{N}]+", " ") + " "))
            .map(Map.Entry::getValue)
            .distinct()
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The only one there is. */
  Optional<String> only() {
    return zones.size() == 1 ? Optional.of(zones.keySet().iterator().next()) : Optional.empty();
  }

  /** Which day it is there, as of the file. */
  LocalDate day(String id) {
    return days.computeIfAbsent(id, property -> asOf.atZone(zone(property)).toLocalDate());
  }

  private ZoneId zone(String id) {
    try {
      return zones.get(id) == null ? ZoneOffset.UTC : ZoneId.of(zones.get(id));
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
