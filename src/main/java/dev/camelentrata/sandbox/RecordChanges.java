package dev.camelentrata.sandbox;

import java.time.Instant;
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
  private final Set<String> touched = new HashSet<>();
  private final Map<String, Instant> stamps = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * The made-up records of a kind and property as they are now; the same list if all are as made.
   */
  List<SandboxRecord> applied(RecordKind kind, String propertyId, List<SandboxRecord> made) {
    if (!touched.contains(key(kind, propertyId))) {
      return made;
    }
    List<SandboxRecord> now = new ArrayList<>(made.size() + 1);
    for (SandboxRecord record : made) {
      if (!removed.contains(record.id())) {
        now.add(changed.getOrDefault(record.id(), record));
      }
    }
    added.getOrDefault(key(kind, propertyId), List.of()).stream()
        .filter(id -> !removed.contains(id))
        .map(changed::get)
        .forEach(now::add);
    return now;
  }

  void put(RecordKind kind, String propertyId, SandboxRecord record) {
    touched.add(key(kind, propertyId));
    changed.put(record.id(), record);
  }

  void add(RecordKind kind, String propertyId, SandboxRecord record) {
    added.computeIfAbsent(key(kind, propertyId), none -> new ArrayList<>()).add(record.id());
    put(kind, propertyId, record);
  }

  void remove(RecordKind kind, String propertyId, String id) {
    touched.add(key(kind, propertyId));
    removed.add(id);
  }

  void stamp(String id, Instant at) {
    stamps.put(id, at);
  }

  /** When the record was last changed; null if it is as made. */
  Instant changedAt(String id) {
    return stamps.get(id);
  }

  /** How many of this kind were ever added to this property, the next one included. */
  int nextCount(RecordKind kind, String propertyId) {
    return counts.merge(key(kind, propertyId), 1, Integer::sum);
  }

  void clear() {
    changed.clear();
    removed.clear();
    added.clear();
    touched.clear();
    stamps.clear();
    counts.clear();
  }

  private static String key(RecordKind kind, String propertyId) {
    return kind.name() + "/" + propertyId;
  }
}
