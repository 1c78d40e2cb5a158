package dev.camelentrata.ingest;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All reports that are understood.
 *
 * @param revision changes with every edit of their file
 */
record ReportDefinitions(List<ReportDefinition> reports, String revision) {

  ReportDefinitions {
    reports = List.copyOf(reports);
  }

  String titles() {
    return reports.stream()
        .map(ReportDefinition::title)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
