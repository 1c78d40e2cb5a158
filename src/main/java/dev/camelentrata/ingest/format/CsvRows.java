package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV, numbered by the line on which they start. */
final class CsvRows implements Rows {

  private final Source source;
  private final CsvText text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final RowLimits limits;
  private boolean hint;

  /**
   * @param hint whether the first line is Excel's <code>sep=;</code>, which is no row
   */
  CsvRows(Source source, CsvText text, char delimiter, boolean hint, FormatLimits limits)
      throws IOException {
    this.source = source;
    this.text = text;
    this.hint = hint;
    this.limits = new RowLimits(source.shown(), limits);
    this.parser =
        CSVParser.builder()
            .setReader(text)
            .setFormat(
                CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter)
                    .setIgnoreEmptyLines(false)
                    .get())
            .get();
    this.records = parser.iterator();
  }

  @Override
  public SheetRow next() throws IOException {
    while (true) {
      long line = parser.getCurrentLineNumber() + 1;
      CSVRecord written = record(line);
      text.rowDone();
      if (written == null) {
        return null;
      }
      if (hint) {
        hint = false;
        continue;
      }
      SheetRow row = new SheetRow(line, cells(written));
      if (!Cells.allEmpty(row.cells())) {
        return limits.check(row);
      }
    }
  }

  private CSVRecord record(long line) throws IOException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      throw translated(e.getCause(), line);
    } catch (IllegalStateException e) {
      throw translated(e.getCause() instanceof IOException io ? io : new IOException(e), line);
    }
  }

  /** What is wrong with the text is the sender's to mend; all else is passed on. */
  private RuntimeException translated(IOException fault, long line) throws IOException {
    if (fault instanceof CharacterCodingException) {
      return Utf8Check.refusal(source, text.charset());
    }
    if (fault instanceof CsvText.EndlessRowException) {
      return UnreadableFileException.damaged(
          source.shown(),
          "the row on line " + line + " does not end: is a quotation mark not closed?",
          fault);
    }
    if (String.valueOf(fault.getMessage()).contains("EOF reached before encapsulated token")) {
      return UnreadableFileException.truncated(
          source.shown(),
          "ends within the quotation marks of the row on line " + line + ".",
          fault);
    }
    if (String.valueOf(fault.getMessage()).contains("encapsulated token")) {
      return UnreadableFileException.damaged(
          source.shown(),
          "the row on line " + line + " has text after a closing quotation mark.",
          fault);
    }
    throw fault;
  }

  private static List<Cell> cells(CSVRecord written) {
    List<Cell> cells = new ArrayList<>(written.size());
    for (String value : written) {
      cells.add(Cells.csv(value));
    }
    return cells;
  }

  @Override
  public double progress() {
    return source.progress(text.bytesRead());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
