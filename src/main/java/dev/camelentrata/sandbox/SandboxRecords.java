package dev.camelentrata.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All records of all kinds. They follow from the seed: if memory is short, only those of the
 * properties looked at last are held, and what was changed. For one thread only.
 */
final class SandboxRecords {

  /** So many properties' records are held when there is no room for all. */
  private static final int FEWEST_SHELVES = 48;

  private static final long BYTES_PER_UNIT = 4_500;
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
          return size() > FEWEST_SHELVES && !roomForAll();
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

  /** Whether the records of all properties take less than half of the memory. */
  private boolean roomForAll() {
    return content.unitCount() * BYTES_PER_UNIT < Runtime.getRuntime().maxMemory() / 2;
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
    return keeps(kind)
        ? shelf(propertyId == null ? COMPANY : propertyId).list(kind.name())
        : built.list(kind, propertyId);
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
    String owner = owner(kind, record);
    change(kind, owner, () -> changes.put(kind, owner, record));
  }

  void remove(RecordKind kind, SandboxRecord record) {
    String owner = owner(kind, record);
    change(kind, owner, () -> changes.remove(kind, owner, record.id()));
  }

  /** Adds a record under a new id. */
  SandboxRecord add(RecordKind kind, SandboxRecord.Draft draft, String propertyId) {
    int property = propertyId == null ? 0 : content.index(propertyId);
    String owner = propertyId == null ? COMPANY : propertyId;
    int count = Making.FIRST_ADDED + changes.nextCount(kind, owner);
    if (count >= Making.PER_PROPERTY) {
      throw new IllegalArgumentException("no more records can be added; reset the sandbox");
    }
    SandboxRecord record = draft.set("id", Making.id(kind, property, count)).made();
    change(kind, owner, () -> changes.add(kind, owner, record));
    return find(kind, record.id()).orElseThrow();
  }

  private void change(RecordKind kind, String owner, Runnable change) {
    shelf(owner).change(kind.name(), change, content.now());
  }

  /** When a record was last changed, or what it follows from; null if it is as made. */
  Instant changedAt(SandboxRecord record) {
    return changes.changedAt(record.id());
  }

  private static String owner(RecordKind kind, SandboxRecord record) {
    return kind.perProperty() ? record.text("propertyId") : COMPANY;
  }

  private RecordShelf shelf(String owner) {
    boolean company = owner.equals(COMPANY);
    return shelves.computeIfAbsent(
        owner,
        key ->
            new RecordShelf(
                kinds,
                makers,
                changes,
                company ? null : content.made(owner),
                company ? 0 : content.index(owner),
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
