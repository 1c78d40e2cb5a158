package dev.camelentrata.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The content as the caller may see it: what is not the caller's is refused. */
final class EntitledContent {

  private final SandboxContent content;

  EntitledContent(SandboxContent content) {
    this.content = content;
  }

  LocalDate today() {
    return content.today();
  }

  List<SandboxProperty> properties(SandboxUser user) {
    return content.properties().stream().filter(p -> user.sees(p.id())).toList();
  }

  /** The property that the call names with {@code property[id]}. */
  SandboxProperty property(PortalCall call) {
    String id = call.param("property[id]");
    if (id.isEmpty()) {
      throw Refusal.badRequest("property[id] is required.");
    }
    return property(call.user(), id);
  }

  /** The property that the call names, or the first that the user sees. */
  SandboxProperty propertyOrFirst(PortalCall call) {
    return call.has("property[id]") ? property(call) : properties(call.user()).get(0);
  }

  SandboxProperty property(SandboxUser user, String id) {
    SandboxProperty property =
        content.property(id).orElseThrow(() -> Refusal.notFound("Property " + id));
    if (!user.sees(id)) {
      throw Refusal.notEntitled("property " + id);
    }
    return property;
  }

  /** The unit that the call names with {@code property_unit[id]}. */
  SandboxUnit unit(PortalCall call) {
    String id = call.param("property_unit[id]");
    if (id.isEmpty()) {
      throw Refusal.badRequest("property_unit[id] is required.");
    }
    SandboxUnit unit = content.unit(id).orElseThrow(() -> Refusal.notFound("Unit " + id));
    if (!call.user().sees(unit.propertyId())) {
      throw Refusal.notEntitled("unit " + id);
    }
    return unit;
  }

  List<SandboxUnit> units(SandboxProperty property) {
    return content.units(property.id());
  }

  /** When the unit was last changed; null if it is as made. */
  Instant changedAt(SandboxUnit unit) {
    return content.changedAt(unit);
  }

  List<SandboxFloorplan> floorplans(SandboxProperty property) {
    return content.floorplans(property.id());
  }
}
