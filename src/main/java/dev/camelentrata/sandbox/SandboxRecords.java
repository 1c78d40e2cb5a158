package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All records of all kinds. They follow from the seed, so that only the properties looked at last
 * are held, and what was changed. For one thread only.
 */
final class SandboxRecords {

  private static final int SHELVES_HELD = 48;
  private static final String COMPANY = "";

  final RecordKinds kinds = new RecordKinds();
  private final SandboxContent content;
  private final BuiltRecords built;
  private final RecordMakers makers;
  private final RecordChanges changes = new RecordChanges();
  private final Map<String, RecordShelf> shelves =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RecordShelf> eldest) {
          return size() > SHELVES_HELD;
        }
      };

  SandboxRecords(SandboxContent content, SandboxUsers users) {
    this.content = content;
    this.built = new BuiltRecords(content, kinds);
    this.makers = new RecordMakers(new CompanyMaker(users.all(), content::properties));
  }

  /** Forgets all changes. */
  void reset() {
    changes.clear();
    shelves.clear();
  }

  /** Whether records of this kind can be changed, added and removed here. */
  boolean keeps(RecordKind kind) {
    return makers.makes(kind.name());
  }

  /**
   * The records of a kind.
   *
   * @param propertyId their property; null for a kind of the company
   */
  List<SandboxRecord> list(RecordKind kind, String propertyId) {
    return keeps(kind) ? shelf(propertyId).list(kind.name()) : built.list(kind, propertyId);
  }

  /** The records of a kind, of all properties. */
  List<SandboxRecord> list(RecordKind kind) {
    if (!kind.perProperty()) {
      return list(kind, null);
    }
    List<SandboxRecord> all = new ArrayList<>();
    content.properties().forEach(property -> all.addAll(list(kind, property.id())));
    return all;
  }

  Optional<SandboxRecord> find(RecordKind kind, String id) {
    if (!kind.perProperty()) {
      return list(kind, null).stream().filter(record -> record.id().equals(id)).findFirst();
    }
    return propertyOf(kind, id)
        .flatMap(p -> list(kind, p).stream().filter(r -> r.id().equals(id)).findFirst());
  }

  void replace(RecordKind kind, SandboxRecord record) {
    changes.put(record);
    changed(kind, record);
  }

  void remove(RecordKind kind, SandboxRecord record) {
    changes.remove(record.id());
    changed(kind, record);
  }

  /** Adds a record under a new id. */
  SandboxRecord add(RecordKind kind, SandboxRecord.Draft draft, String propertyId) {
    int property = propertyId == null ? 0 : content.index(propertyId);
    int count = Making.FIRST_ADDED + changes.nextCount();
    if (count >= Making.PER_PROPERTY) {
      throw new IllegalArgumentException("no more records can be added; reset the sandbox");
    }
    SandboxRecord record = draft.set("id", Making.id(kind, property, count)).made();
    changes.add(kind, propertyId == null ? COMPANY : propertyId, record);
    changed(kind, record);
    return find(kind, record.id()).orElseThrow();
  }

  private void changed(RecordKind kind, SandboxRecord record) {
    shelf(kind.perProperty() ? record.text("propertyId") : null).changed();
  }

  private RecordShelf shelf(String propertyId) {
    return shelves.computeIfAbsent(
        propertyId == null ? COMPANY : propertyId,
        key ->
            new RecordShelf(
                kinds,
                makers,
                changes,
                propertyId == null ? null : content.made(propertyId),
                propertyId == null ? 0 : content.index(propertyId),
                content.seed(),
                content.madeOn()));
  }

  private Optional<String> propertyOf(RecordKind kind, String id) {
    if (kind.name().equals("units")) {
      return content.unit(id).map(SandboxUnit::propertyId);
    }
    if (kind.name().equals("floorplans")) {
      return content.floorplan(id).map(SandboxFloorplan::propertyId);
    }
    if (!id.matches("\\d{9}") || Integer.parseInt(id) / Making.PER_KIND != kind.number()) {
      return Optional.empty();
    }
    return content.propertyAt(Integer.parseInt(id) % Making.PER_KIND / Making.PER_PROPERTY);
  }
}
