package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files that were attached to work orders, in memory. For one thread only. */
final class FileShelf {

  private final Map<String, List<SentFile>> files = new HashMap<>();

  void keep(String workOrderId, List<SentFile> sent) {
    files.computeIfAbsent(workOrderId, none -> new ArrayList<>()).addAll(sent);
  }

  /** The files of a work order in the order in which they came. */
  List<SentFile> of(String workOrderId) {
    return List.copyOf(files.getOrDefault(workOrderId, List.of()));
  }

  void clear() {
    files.clear();
  }
}
