package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.util.Map;

/** One table in a file: the CSV, a sheet of a workbook, an entry of a packet. */
public interface Part {

  /**
   * The file's name, or the entry's name in a packet, without folders; sheets after a workbook's
   * first are named <code>file.xlsx#Sheet</code>.
   */
  String name();

  /** What it is; never {@link FileFormat#ZIP}. */
  FileFormat format();

  /**
   * The labels and values of a workbook's sheet "Report Parameters", in its order; else empty. A
   * label without colon.
   */
  Map<String, String> parameters();

  /**
   * Every row of a tabular format, titles and headers too.
   *
   * @throws IllegalStateException if the format is not tabular
   */
  Rows rows() throws IOException;

  /**
   * The records in XML or JSON: row 1 has the shape's column names, then one row for each record.
   *
   * @throws IllegalStateException if the format is tabular
   */
  Rows records(RecordShape shape) throws IOException;
}
