package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was changed, removed and added since the seed. For one thread only. */
final class RecordChanges {

  private final Map<String, SandboxRecord> changed = new HashMap<>();
  private final Set<String> removed = new HashSet<>();
  private final Map<String, List<String>> added = new HashMap<>();
  private int count;

  /** The made-up records of a kind and property as they are now. */
  List<SandboxRecord> applied(RecordKind kind, String propertyId, List<SandboxRecord> made) {
    List<String> more = added.getOrDefault(kind.name() + "/" + propertyId, List.of());
    if (changed.isEmpty() && removed.isEmpty()) {
      return made;
    }
    List<SandboxRecord> now = new ArrayList<>(made.size() + more.size());
    for (SandboxRecord record : made) {
      if (!removed.contains(record.id())) {
        now.add(changed.getOrDefault(record.id(), record));
      }
    }
    more.stream().filter(id -> !removed.contains(id)).map(changed::get).forEach(now::add);
    return now;
  }

  void put(SandboxRecord record) {
    changed.put(record.id(), record);
  }

  void add(RecordKind kind, String propertyId, SandboxRecord record) {
    added
        .computeIfAbsent(kind.name() + "/" + propertyId, none -> new ArrayList<>())
        .add(record.id());
    changed.put(record.id(), record);
  }

  void remove(String id) {
    removed.add(id);
  }

  /** How many were ever added, this one included. */
  int nextCount() {
    return ++count;
  }

  void clear() {
    changed.clear();
    removed.clear();
    added.clear();
    count = 0;
  }
}
