package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Choice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The records as the dialogs read and change them. For one thread only. */
final class DialogRecords {

  private final SandboxRecords records;
  private final SandboxContent content;

  DialogRecords(SandboxRecords records, SandboxContent content) {
    this.records = records;
    this.content = content;
  }

  LocalDate today() {
    return content.today();
  }

  RecordKind kind(String name) {
    return records.kinds.get(name);
  }

  List<SandboxRecord> list(String kind, String propertyId) {
    return records.list(kind(kind), kind(kind).perProperty() ? propertyId : null);
  }

  /** The record of this id in this property; empty if there is none, or the id is null. */
  Optional<SandboxRecord> find(String kind, String propertyId, String id) {
    return list(kind, propertyId).stream().filter(record -> record.id().equals(id)).findFirst();
  }

  /** The record that the dialog is about, as it is now. */
  SandboxRecord subject(DialogDraft draft) {
    return records
        .find(kind(draft.plan.kind()), draft.subjectId)
        .orElseThrow(() -> Refusal.notFound(kind(draft.plan.kind()).called(draft.subjectId)));
  }

  Optional<SandboxUnit> unit(String id) {
    return id == null ? Optional.empty() : content.unit(id);
  }

  SandboxProperty property(String id) {
    return content.property(id).orElseThrow();
  }

  /** The property's settings. */
  SandboxRecord settings(String propertyId) {
    return list("property-settings", propertyId).get(0);
  }

  SandboxRecord.Draft draft(String kind) {
    return kind(kind).fields().draft();
  }

  /** An element of a list of a kind's records. */
  SandboxRecord element(String kind, String list, Object... values) {
    return kind(kind).fields().field(list).inner().of(values);
  }

  SandboxRecord add(String kind, SandboxRecord.Draft draft, String propertyId) {
    return records.add(kind(kind), draft.set("propertyId", propertyId), propertyId);
  }

  void replace(String kind, SandboxRecord record) {
    records.replace(kind(kind), record);
  }

  void replace(SandboxUnit unit) {
    content.replace(unit);
  }

  /** The words of a picklist of the property, for example its categories. */
  List<String> words(String propertyId, String picklist) {
    return list("picklists", propertyId).stream()
        .filter(word -> word.is("kind", picklist))
        .map(word -> word.text("name"))
        .distinct()
        .toList();
  }

  List<Choice> units(String propertyId) {
    return content.units(propertyId).stream()
        .map(unit -> new Choice(unit.id(), unit.number()))
        .toList();
  }

  List<Choice> chargeCodes() {
    return list("charge-codes", null).stream()
        .map(code -> new Choice(code.id(), code.text("name")))
        .toList();
  }
}
