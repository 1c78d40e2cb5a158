package dev.camelentrata.sandbox;

import java.util.List;

/** The records as the caller may see them: what is not the caller's is refused. */
final class EntitledRecords {

  private final SandboxRecords records;
  private final EntitledContent content;

  EntitledRecords(SandboxRecords records, EntitledContent content) {
    this.records = records;
    this.content = content;
  }

  RecordKinds kinds() {
    return records.kinds;
  }

  /** The records of the kind; of the property that the call names if they belong to properties. */
  List<SandboxRecord> list(RecordKind kind, PortalCall call) {
    checkModule(kind, call);
    if (ModifiedSince.asked(call) && !records.keeps(kind)) {
      throw Refusal.badRequest(kind.label() + " cannot be filtered by " + ModifiedSince.FILTER);
    }
    String property = kind.perProperty() ? content.property(call).id() : null;
    return ModifiedSince.filter(records.list(kind, property), call, records::changedAt);
  }

  /** The record that the call names, for example with {@code lease[id]}. */
  SandboxRecord one(RecordKind kind, PortalCall call) {
    checkModule(kind, call);
    String id = call.param(kind.idParameter());
    if (id.isEmpty()) {
      throw Refusal.badRequest(kind.idParameter() + " is required.");
    }
    SandboxRecord record =
        records.find(kind, id).orElseThrow(() -> Refusal.notFound(kind.called(id)));
    if (kind.perProperty() && !call.user().sees(record.text("propertyId"))) {
      throw Refusal.notEntitled(kind.called(id));
    }
    return record;
  }

  void checkModule(RecordKind kind, PortalCall call) {
    MenuEntry entry = MenuEntry.of(kind.module());
    if (!entry.visibleTo(call.user())) {
      throw Refusal.notEntitled(entry.label());
    }
  }
}
