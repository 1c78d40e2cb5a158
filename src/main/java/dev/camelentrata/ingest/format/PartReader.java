package dev.camelentrata.ingest.format;

import java.io.IOException;

/** Takes the parts of a file, one after the other. */
@FunctionalInterface
public interface PartReader {

  /** A part is readable during this call only. */
  void part(Part part) throws IOException;
}
