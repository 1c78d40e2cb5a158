package dev.camelentrata.ingest.format;

/** How far a workbook is read, by its rows, which were counted before. */
final class XlsxProgress {

  private final Span span;
  private final long rows;
  private long before;
  private long read;

  XlsxProgress(Span span, long rows) {
    this.span = span;
    this.rows = rows;
  }

  /** For the next sheet, after those that were read. */
  XlsxProgress ofSheet() {
    before = Math.max(before, read);
    read = before;
    return this;
  }

  /** Of a look that does not count. */
  static XlsxProgress none() {
    return new XlsxProgress(Span.ALL, 0);
  }

  void row() {
    read++;
  }

  double share() {
    return span.at(rows == 0 ? 1 : (double) read / rows);
  }
}
