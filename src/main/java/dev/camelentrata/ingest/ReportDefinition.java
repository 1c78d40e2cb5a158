package dev.camelentrata.ingest;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the rows of a report mean.
 *
 * @param name its key in the file of definitions
 * @param title its name in the portal
 * @param files what its files' names, without date and packet, are like
 * @param module the portal module without which nobody sees its rows; null for none
 * @param records where its records are in XML or JSON; null for a report of rows
 * @param columns by their keys, in the file's order
 * @param continues the column without which a row only goes on with the thing above it; null if no
 *     row does
 * @param skip rows with a cell like one of these say nothing
 * @param ends the first row with a cell like one of these ends the table
 * @param count a cell that tells in its first group how many rows there are; null for none
 * @param keep whether its rows are kept as they are too, for want of a resource
 */
record ReportDefinition(
    String name,
    String title,
    List<Pattern> files,
    String module,
    String records,
    Map<String, ReportColumn> columns,
    String continues,
    List<Pattern> skip,
    List<Pattern> ends,
    Pattern count,
    List<TotalRule> totals,
    List<ReportFeed> feeds,
    boolean keep) {

  ReportDefinition {
    files = List.copyOf(files);
    columns = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(columns));
    skip = List.copyOf(skip);
    ends = List.copyOf(ends);
    totals = List.copyOf(totals);
    feeds = List.copyOf(feeds);
  }
}
