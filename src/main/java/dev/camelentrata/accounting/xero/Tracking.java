package dev.camelentrata.accounting.xero;

import dev.camelentrata.accounting.Dimensions;
import java.util.List;
import java.util.TreeMap;

/** A tracking category and the option of it that a line has. */
record Tracking(String name, String option) {

  static List<Tracking> of(Dimensions dimensions) {
    return new TreeMap<>(dimensions.tracking())
        .entrySet().stream().map(each -> new Tracking(each.getKey(), each.getValue())).toList();
  }
}
