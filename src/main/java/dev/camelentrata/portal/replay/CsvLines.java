package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.drift.DriftSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The lines of a file below its headings, one after the other. Used by one thread. */
final class CsvLines implements AutoCloseable {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

  private final CSVParser parser;
  private final Iterator<CSVRecord> lines;
  private final String totalSign;
  private final DriftSite site;
  private final CsvColumns columns;
  private Integer total;

  /**
   * @param totalSign how the last line begins, before the number of rows; null if there is no such
   */
  CsvLines(PackedBody body, String totalSign, DriftSite site) {
    this.totalSign = totalSign;
    this.site = site;
    try {
      this.parser = CSVParser.builder().setReader(body.text()).setFormat(FORMAT).get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.lines = parser.iterator();
    CSVRecord headings = record();
    if (headings == null) {
      throw site.drift("", "the file of type " + body.mediaType() + " is empty");
    }
    this.columns = new CsvColumns(headings, site);
  }

  CsvColumns columns() {
    return columns;
  }

  /** The next line; null after the last one. */
  CSVRecord next() {
    CSVRecord line = record();
    if (line != null && totalSign != null && line.get(0).startsWith(totalSign)) {
      String rest = line.get(0).substring(totalSign.length()).replaceFirst("[^0-9,].*", "");
      total = Total.of(rest);
      return null;
    }
    return line;
  }

  /** Refuses a file whose last line does not count just these rows. */
  void requireTotal(int rows) {
    if (totalSign == null) {
      return;
    }
    if (total == null) {
      throw site.drift(
          "total", "the file has no last line with the number of rows: it may be cut short");
    }
    if (total != rows) {
      throw PortalException.of(
          PortalProblem.PORTAL_UNAVAILABLE,
          "The portal's report has " + rows + " rows of " + total + ". Try again later.");
    }
  }

  private CSVRecord record() {
    try {
      return lines.hasNext() ? lines.next() : null;
    } catch (UncheckedIOException | IllegalStateException e) {
      throw site.drift("", "line " + parser.getCurrentLineNumber() + " is not written as CSV");
    }
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
