package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What scheduled reports look up. For the event loop. */
final class ReportFacts {

  final SandboxContent content;
  private final SandboxRecords records;

  ReportFacts(SandboxContent content, SandboxRecords records) {
    this.content = content;
    this.records = records;
  }

  LocalDate today() {
    return content.today();
  }

  List<SandboxRecord> records(String kind, SandboxProperty property) {
    return records.list(records.kinds.get(kind), property.id());
  }

  Map<String, SandboxRecord> byId(String kind, SandboxProperty property) {
    Map<String, SandboxRecord> byId = new HashMap<>();
    records(kind, property).forEach(record -> byId.put(record.id(), record));
    return byId;
  }

  /** Units as reports name them, by id. */
  Map<String, String> unitNames(SandboxProperty property) {
    Map<String, String> names = new HashMap<>();
    content.units(property.id()).forEach(unit -> names.put(unit.id(), unitName(unit)));
    return names;
  }

  static String unitName(SandboxUnit unit) {
    return unit.building() + "-" + unit.number();
  }

  /** The leases that are lived in, by unit. */
  Map<String, SandboxRecord> livedIn(SandboxProperty property) {
    Map<String, SandboxRecord> leases = new HashMap<>();
    for (SandboxRecord lease : records("leases", property)) {
      if (lease.is("status", "Current") || lease.is("status", "Notice")) {
        leases.put(lease.text("unitId"), lease);
      }
    }
    return leases;
  }

  static String name(SandboxRecord resident) {
    return resident == null ? null : resident.text("lastName") + ", " + resident.text("firstName");
  }

  static long charges(SandboxRecord lease) {
    return PortalText.records(lease.get("scheduledCharges")).stream()
        .mapToLong(charge -> charge.cents("amount"))
        .sum();
  }
}
