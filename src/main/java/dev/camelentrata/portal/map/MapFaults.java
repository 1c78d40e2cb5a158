package dev.camelentrata.portal.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Collects the mistakes of one file and knows which line each of its fields stands in. */
final class MapFaults {

  private final String source;
  private final Map<String, Integer> lines;
  private final List<MapFault> found = new ArrayList<>();

  MapFaults(String source, Map<String, Integer> lines) {
    this.source = source;
    this.lines = lines;
  }

  void add(String field, String message) {
    add(lineOf(field), field, message);
  }

  void add(int line, String field, String message) {
    MapFault fault = new MapFault(source, line, field, message);
    if (!repeated(fault)) {
      found.add(fault);
    }
  }

  /** Throws the mistakes of all files together, each file's in the order of its lines. */
  static void throwIfAny(List<MapFaults> files) {
    List<MapFault> all = new ArrayList<>();
    for (MapFaults file : files) {
      file.found.sort(Comparator.comparingInt(MapFault::line));
      all.addAll(file.found);
    }
    if (!all.isEmpty()) {
      throw new PortalMapException(all);
    }
  }

  /** A mistake below an anchor is found once for every alias of it; it is told once. */
  private boolean repeated(MapFault fault) {
    return found.stream()
        .anyMatch(
            f ->
                f.line() == fault.line()
                    && f.message().equals(fault.message())
                    && lastPart(f.field()).equals(lastPart(fault.field())));
  }

  private static String lastPart(String field) {
    return field.substring(field.lastIndexOf('.') + 1);
  }

  private int lineOf(String field) {
    String path = field;
    while (!lines.containsKey(path) && !path.isEmpty()) {
      path = path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
    return lines.getOrDefault(path, 1);
  }
}
