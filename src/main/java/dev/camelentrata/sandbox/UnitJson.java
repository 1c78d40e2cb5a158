package dev.camelentrata.sandbox;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/**
 * The JSON calls for units, with the portal's quirks: ids and numbers as strings, a lone element in
 * place of a list of one, words in place of an empty list.
 */
final class UnitJson {

  private static final String MODULE = "property_unitsxxx";

  private final EntitledContent content;

  UnitJson(EntitledContent content) {
    this.content = content;
  }

  List<Screen> screens() {
    return List.of(
        Screen.json(MODULE, "get_units_json", this::units),
        Screen.json(MODULE, "get_unit_json", this::unit));
  }

  private Reply units(PortalCall call) {
    SandboxProperty property = content.property(call);
    List<SandboxUnit> units =
        ModifiedSince.filter(content.units(property), call, content::changedAt);
    ListingPage<SandboxUnit> page = UnitQuery.page(units, call);
    return JsonAnswer.page(page, "units", UnitJson::write);
  }

  private Reply unit(PortalCall call) {
    return success(List.of(), content.unit(call));
  }

  static Reply success(List<String> messages, SandboxUnit unit) {
    return JsonAnswer.success(
        messages,
        json -> {
          json.writeFieldName("unit");
          write(json, unit);
        });
  }

  private static void write(JsonGenerator json, SandboxUnit unit) throws IOException {
    SandboxFloorplan floorplan = unit.floorplan();
    Letting letting = unit.letting();
    json.writeStartObject();
    json.writeStringField("id", unit.id());
    json.writeStringField("property_id", unit.propertyId());
    json.writeStringField("unit_number", unit.number());
    json.writeStringField("building", unit.building());
    json.writeStringField("floorplan_id", floorplan.id());
    json.writeStringField("floorplan_name", floorplan.name());
    json.writeStringField("beds", floorplan.beds().toPlainString());
    json.writeStringField("baths", floorplan.baths().toPlainString());
    json.writeStringField("sqft", Integer.toString(unit.squareFeet()));
    json.writeStringField("status_id", letting.status().id);
    json.writeStringField("status", letting.status().text);
    date(json, "available_on", letting.availableOn());
    date(json, "made_ready_on", letting.madeReadyOn());
    date(json, "move_out_on", letting.moveOutOn());
    json.writeStringField("market_rent", UsText.money(letting.marketRent()));
    json.writeStringField("effective_rent", UsText.money(letting.effectiveRent()));
    json.writeFieldName("rents");
    JsonAnswer.list(json, letting.terms(), (j, months) -> rent(j, letting, months));
    json.writeStringField("deposit", UsText.money(letting.deposit()));
    json.writeFieldName("amenities");
    JsonAnswer.list(json, unit.amenities(), JsonGenerator::writeString);
    json.writeStringField("notes", letting.notes());
    json.writeEndObject();
  }

  private static void rent(JsonGenerator json, Letting letting, int months) throws IOException {
    json.writeStartObject();
    json.writeStringField("term_months", Integer.toString(months));
    json.writeStringField("rent", UsText.money(letting.rentFor(months)));
    json.writeEndObject();
  }

  private static void date(JsonGenerator json, String name, LocalDate date) throws IOException {
    if (date == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, UsText.date(date));
    }
  }
}
