package dev.camelentrata.ingest;

import dev.camelentrata.ingest.format.SheetRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds the rows of sums in a file against the rows that they are of. */
final class Sums {

  private final HeaderRow header;
  private final List<Sum> sums = new ArrayList<>();
  private final List<ReportColumn> columns;
  private boolean bad;

  /** A column's sum, of all rows or since the last row that told it. */
  private static final class Sum {
    private final TotalRule rule;
    private final int column;
    private BigDecimal amount = BigDecimal.ZERO;
    private long since;

    Sum(TotalRule rule, int column) {
      this.rule = rule;
      this.column = column;
    }
  }

  Sums(HeaderRow header) {
    this.header = header;
    this.columns = List.copyOf(header.report().columns().values());
    Map<String, Integer> places = new HashMap<>();
    columns.forEach(column -> places.put(column.key(), places.size()));
    for (TotalRule rule : header.report().totals()) {
      for (String column : rule.sums()) {
        if (header.has(places.get(column))) {
          sums.add(new Sum(rule, places.get(column)));
        }
      }
    }
  }

  void add(long line, String[] values) {
    for (Sum sum : sums) {
      if (values[sum.column] != null) {
        sum.amount = sum.amount.add(new BigDecimal(values[sum.column]));
      }
      if (sum.since == 0) {
        sum.since = line;
      }
    }
  }

  /** A row was rejected, so that no sum can be held against the others any more. */
  void spoilt() {
    bad = true;
  }

  /**
   * Checks what a row of sums tells.
   *
   * @throws ReportRefusedException if it is not what the rows add up to
   */
  void check(TotalRule rule, SheetRow row, String file) {
    for (Sum sum : sums) {
      if (sum.rule == rule) {
        ReportColumn column = columns.get(sum.column);
        BigDecimal told = told(column, row, header.places()[sum.column][0]);
        if (told != null && !bad && told.compareTo(sum.amount) != 0) {
          throw new ReportRefusedException(
              "wrong-total",
              "%s, row %d: the total of %s is %s, but the rows%s add up to %s. The file is not whole or was changed: export it again."
                  .formatted(
                      file,
                      row.number(),
                      column.title(),
                      told.toPlainString(),
                      rule.all() ? "" : " from row " + sum.since + " on",
                      sum.amount.toPlainString()));
        }
        if (!rule.all()) {
          sum.amount = BigDecimal.ZERO;
          sum.since = 0;
        }
      }
    }
  }

  private static BigDecimal told(ReportColumn column, SheetRow row, int place) {
    try {
      String value = CellValues.read(column, row.cell(place));
      return value == null ? null : new BigDecimal(value);
    } catch (RowFault e) {
      return null;
    }
  }
}
