package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.util.Map;

/** A sheet of a workbook. */
record SheetPart(String name, FileFormat format, Map<String, String> parameters, Opening opening)
    implements Part {

  /** Opens the sheet from its start. */
  @FunctionalInterface
  interface Opening {
    Rows open() throws IOException;
  }

  @Override
  public Rows rows() throws IOException {
    return opening.open();
  }

  @Override
  public Rows records(RecordShape shape) {
    throw new IllegalStateException(name + " is a workbook: read its rows");
  }
}
