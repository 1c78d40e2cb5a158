package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a file, or of an entry of a packet, which can be opened again and again.
 *
 * @param shown how errors call it
 * @param name the part's name
 * @param bytes how many there are
 */
record Source(String shown, String name, long bytes, Span span, Opening opening) {

  /** Opens the bytes from their start. */
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }

  InputStream open() throws IOException {
    return opening.open();
  }

  byte[] head(int most) throws IOException {
    try (InputStream in = open()) {
      return in.readNBytes(most);
    }
  }

  /** How much of the whole file is read after this many bytes of this one. */
  double progress(long read) {
    return span.at(bytes == 0 ? 1 : (double) read / bytes);
  }
}
