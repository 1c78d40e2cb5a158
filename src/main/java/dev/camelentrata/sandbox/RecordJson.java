package dev.camelentrata.sandbox;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The JSON calls for records of any kind, in the portal's own words and with its quirks. */
final class RecordJson {

  private static final Set<String> HAVE_THEIR_OWN = Set.of("properties", "units");

  private final EntitledRecords records;

  RecordJson(EntitledRecords records) {
    this.records = records;
  }

  List<Screen> screens() {
    List<Screen> screens = new ArrayList<>();
    for (RecordKind kind : records.kinds().all()) {
      String list = "get_" + kind.listKey() + "_json";
      String single = "get_" + kind.singleKey() + "_json";
      if (!HAVE_THEIR_OWN.contains(kind.name())) {
        screens.add(Screen.json(kind.module(), list, call -> list(kind, call)));
        screens.add(Screen.json(kind.module(), single, call -> one(kind, call)));
      }
    }
    return screens;
  }

  private Reply list(RecordKind kind, PortalCall call) {
    List<SandboxRecord> all = records.list(kind, call);
    ListingPage<SandboxRecord> page = ListingPage.of(all, kind.pageSize(), call);
    return JsonAnswer.page(page, kind.listKey(), RecordJson::write);
  }

  private Reply one(RecordKind kind, PortalCall call) {
    SandboxRecord record = records.one(kind, call);
    return JsonAnswer.success(
        List.of(),
        json -> {
          json.writeFieldName(kind.singleKey());
          write(json, record);
        });
  }

  private static void write(JsonGenerator json, SandboxRecord record) throws IOException {
    json.writeStartObject();
    List<RecordField> fields = record.fields().all();
    for (int i = 0; i < fields.size(); i++) {
      RecordField field = fields.get(i);
      json.writeFieldName(field.key());
      value(json, field, record.at(i));
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, RecordField field, Object value)
      throws IOException {
    if (value == null) {
      json.writeNull();
      return;
    }
    switch (field.type()) {
      case TEXTS -> JsonAnswer.list(json, PortalText.texts(value), JsonGenerator::writeString);
      case LIST -> JsonAnswer.list(json, PortalText.records(value), RecordJson::write);
      case OBJECT -> write(json, (SandboxRecord) value);
      default -> json.writeString(PortalText.of(field, value));
    }
  }
}
