package dev.camelentrata.ingest.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that were read. */
final class CountedStream extends FilterInputStream {

  private long count;

  CountedStream(InputStream in) {
    super(in);
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next >= 0) {
      count++;
    }
    return next;
  }

  @Override
  public int read(byte[] buffer, int from, int most) throws IOException {
    int read = super.read(buffer, from, most);
    count += Math.max(0, read);
    return read;
  }

  @Override
  public long skip(long most) throws IOException {
    long skipped = super.skip(most);
    count += skipped;
    return skipped;
  }
}
