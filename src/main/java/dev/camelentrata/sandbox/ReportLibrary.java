package dev.camelentrata.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All reports that can be generated. */
final class ReportLibrary {

  private final Map<String, ReportTable> byName = new LinkedHashMap<>();

  ReportLibrary(SandboxContent content, SandboxRecords records) {
    add(new AvailabilityReport(content));
    records.kinds.all().stream()
        .filter(RecordKind::report)
        .forEach(kind -> add(new RecordReport(kind, records)));
  }

  private void add(ReportTable report) {
    byName.put(report.name(), report);
  }

  List<ReportTable> all() {
    return List.copyOf(byName.values());
  }

  Optional<ReportTable> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  String names() {
    return byName.keySet().stream().collect(Collectors.joining(", "));
  }
}
