package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.drift.DriftSite;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** The columns of a file by its line of headings. Immutable. */
final class CsvColumns {

  private final List<String> headings = new ArrayList<>();
  private final DriftSite site;

  CsvColumns(CSVRecord line, DriftSite site) {
    line.forEach(heading -> headings.add(heading.strip()));
    this.site = site;
  }

  List<String> headings() {
    return headings;
  }

  /** The place of each field's column; -1 for lists. */
  int[] places(List<FieldPlan> fields, String prefix) {
    int[] places = new int[fields.size()];
    for (int i = 0; i < places.length; i++) {
      FieldPlan plan = fields.get(i);
      places[i] = plan.names() == null ? place(plan, prefix) : -1;
    }
    return places;
  }

  private int place(FieldPlan plan, String prefix) {
    String column = plan.field().column();
    for (int i = 0; i < headings.size(); i++) {
      if (headings.get(i).equalsIgnoreCase(column)) {
        return i;
      }
    }
    throw site.drift(
        prefix + "fields." + plan.name() + ".column",
        "there is no heading '" + column + "'; headings seen: " + KeysSeen.names(headings));
  }
}
