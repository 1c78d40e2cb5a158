package dev.camelentrata.ingest;

import dev.camelentrata.ingest.format.Cell;
import dev.camelentrata.ingest.format.SheetRow;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells rows of data from sums, headings and remarks. */
final class TableLines {

  private final ReportDefinition report;
  private final Pattern mark;
  private String lastData;

  /** What a row is. */
  sealed interface Line {}

  /** A row of data. */
  record Data() implements Line {}

  /** A remark, a heading, the header again: nothing to read. */
  record Aside() implements Line {}

  /** The table is at its end. */
  record End() implements Line {}

  /** A row of sums. */
  record Total(TotalRule rule) implements Line {}

  /** How many rows there are. */
  record Count(BigInteger rows) implements Line {}

  private static final Line DATA = new Data();
  private static final Line ASIDE = new Aside();
  private static final Line END = new End();

  TableLines(ReportDefinition report) {
    this.report = report;
    this.mark = anyOf(report);
  }

  /** Finds at once that a text is none of a report's marks. */
  private static Pattern anyOf(ReportDefinition report) {
    List<Pattern> marks = new ArrayList<>(report.ends());
    marks.addAll(report.skip());
    report.totals().forEach(total -> marks.add(total.label()));
    if (report.count() != null) {
      marks.add(report.count());
    }
    return Pattern.compile(
        marks.isEmpty()
            ? "(?!)"
            : marks.stream().map(m -> "(?:" + m.pattern() + ")").collect(Collectors.joining("|")),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * By the row's first cell with something in it.
   *
   * @param all whether by its other cells too, because a row of data would have more in it
   */
  Line of(SheetRow row, boolean all) {
    List<Cell> cells = row.cells();
    for (Cell cell : cells) {
      if (cell instanceof Cell.Text text) {
        Line line = of(text.text());
        if (line != DATA || !all) {
          return line;
        }
      } else if (!cell.isEmpty() && !all) {
        return DATA;
      }
    }
    return DATA;
  }

  private Line of(String text) {
    if (text.equals(lastData)) {
      return DATA;
    }
    Line line = look(text);
    if (line == DATA) {
      lastData = text;
    }
    return line;
  }

  private Line look(String text) {
    if (!mark.matcher(text).find()) {
      return DATA;
    }
    for (Pattern end : report.ends()) {
      if (end.matcher(text).find()) {
        return END;
      }
    }
    for (TotalRule total : report.totals()) {
      if (total.label().matcher(text).find()) {
        return new Total(total);
      }
    }
    if (report.count() != null) {
      Matcher count = report.count().matcher(text);
      if (count.find()) {
        return new Count(new BigInteger(count.group(1).replace(",", "")));
      }
    }
    for (Pattern skip : report.skip()) {
      if (skip.matcher(text).find()) {
        return ASIDE;
      }
    }
    return DATA;
  }
}
