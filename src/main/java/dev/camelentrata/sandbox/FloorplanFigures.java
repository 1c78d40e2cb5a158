package dev.camelentrata.sandbox;

import java.util.List;
import java.util.LongSummaryStatistics;

/** What a floorplan's units say about it; rents in cents. */
record FloorplanFigures(int units, int available, long rentMin, long rentMax) {

  static FloorplanFigures of(SandboxFloorplan floorplan, List<SandboxUnit> ofProperty) {
    List<SandboxUnit> units =
        ofProperty.stream().filter(u -> u.floorplan().equals(floorplan)).toList();
    LongSummaryStatistics rents =
        units.stream().mapToLong(u -> u.letting().marketRent()).summaryStatistics();
    return new FloorplanFigures(
        units.size(),
        (int) units.stream().filter(u -> u.letting().status().available()).count(),
        units.isEmpty() ? floorplan.baseRent() : rents.getMin(),
        units.isEmpty() ? floorplan.baseRent() : rents.getMax());
  }
}
