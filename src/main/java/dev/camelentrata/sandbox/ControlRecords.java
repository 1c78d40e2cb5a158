package dev.camelentrata.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The control calls that read and change records of any kind behind the portal's back. */
final class ControlRecords {

  private final SandboxRecords records;
  private final SandboxContent content;

  ControlRecords(SandboxRecords records, SandboxContent content) {
    this.records = records;
    this.content = content;
  }

  /** The kind of this name, if there is one. */
  Optional<RecordKind> kind(String name) {
    return records.kinds.find(name);
  }

  String kinds() {
    return records.kinds.all().stream().map(RecordKind::name).collect(Collectors.joining(", "));
  }

  /**
   * All records of a kind.
   *
   * @param propertyId of this property only; null for all
   */
  List<Map<String, Object>> list(RecordKind kind, String propertyId) {
    if (propertyId != null && content.property(propertyId).isEmpty()) {
      throw new IllegalArgumentException("there is no property " + propertyId);
    }
    List<SandboxRecord> found =
        propertyId != null && kind.perProperty()
            ? records.list(kind, propertyId)
            : records.list(kind);
    return found.stream().map(PlainJson::of).toList();
  }

  Optional<Map<String, Object>> find(RecordKind kind, String id) {
    return records.find(kind, id).map(PlainJson::of);
  }

  /** Changes the fields that were sent; null takes a value away. */
  Map<String, Object> change(RecordKind kind, String id, JsonNode sent) {
    keeps(kind);
    SandboxRecord.Draft draft = records.find(kind, id).orElseThrow().change();
    refuse(sent, "id");
    refuse(sent, "propertyId");
    PlainJson.read(sent, kind.fields(), draft);
    records.replace(kind, draft.made());
    return find(kind, id).orElseThrow();
  }

  /** Adds a record; it gets an id of its own. */
  Map<String, Object> add(RecordKind kind, JsonNode sent) {
    keeps(kind);
    refuse(sent, "id");
    SandboxRecord.Draft draft = kind.fields().draft();
    PlainJson.read(sent, kind.fields(), draft);
    String propertyId = sent.path("propertyId").textValue();
    if (kind.perProperty() && content.property(String.valueOf(propertyId)).isEmpty()) {
      throw new IllegalArgumentException("propertyId must be one of the sandbox's properties");
    }
    return PlainJson.of(records.add(kind, draft, kind.perProperty() ? propertyId : null));
  }

  /** Removes a record; false if there is none. */
  boolean remove(RecordKind kind, String id) {
    if (kind.name().equals("units")) {
      Optional<SandboxUnit> unit = content.unit(id);
      unit.ifPresent(content::remove);
      return unit.isPresent();
    }
    keeps(kind);
    Optional<SandboxRecord> record = records.find(kind, id);
    record.ifPresent(found -> records.remove(kind, found));
    return record.isPresent();
  }

  private void keeps(RecordKind kind) {
    if (!records.keeps(kind)) {
      throw new IllegalArgumentException(
          kind.name() + " can be read only; units are changed with PUT /__sandbox/units/{id}");
    }
  }

  private static void refuse(JsonNode sent, String name) {
    if (sent.has(name)) {
      throw new IllegalArgumentException(name + " cannot be chosen or changed");
    }
  }
}
