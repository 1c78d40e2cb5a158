package dev.camelentrata.ingest.format;

import java.io.IOException;

/** The rows of a part, read as they are asked for; of one thread. */
public interface Rows extends AutoCloseable {

  /**
   * The next row with something in it, or null at the end.
   *
   * @throws UnreadableFileException if the file is damaged or unsafe here
   */
  SheetRow next() throws IOException;

  /** How much of the whole file is read, from 0 to 1. */
  double progress();

  @Override
  void close() throws IOException;
}
