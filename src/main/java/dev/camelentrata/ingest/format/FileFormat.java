package dev.camelentrata.ingest.format;

/** What a file is by its content; its name is not asked. */
public enum FileFormat {
  /** Rows of text, parted by comma, semicolon, tab or bar. */
  CSV,
  /** An Excel workbook of 2007 or later. */
  XLSX,
  /** An Excel workbook of 97 to 2003. */
  XLS,
  /** A packet of files of the other formats. */
  ZIP,
  /** A tree with records in it, as MITS feeds are. */
  XML,
  /** The same in JSON. */
  JSON;

  /** Whether its rows are read as they stand, by {@link Part#rows()}. */
  public boolean tabular() {
    return this == CSV || this == XLSX || this == XLS;
  }
}
