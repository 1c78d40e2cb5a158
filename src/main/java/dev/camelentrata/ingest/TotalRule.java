package dev.camelentrata.ingest;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A row of sums.
 *
 * @param label what one of its cells is like
 * @param sums the columns whose sums it tells
 * @param all whether of all rows; else of those since the last such row
 */
record TotalRule(Pattern label, List<String> sums, boolean all) {

  TotalRule {
    sums = List.copyOf(sums);
  }
}
