package dev.camelentrata.ingest.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that were read, and can hold whoever reads to so many between two marks. */
final class CountedStream extends FilterInputStream {

  private long count;
  private long marked;
  private long mostSinceMark = Long.MAX_VALUE;
  private boolean ended;

  CountedStream(InputStream in) {
    super(in);
  }

  void limitSinceMark(long most) {
    mostSinceMark = most;
  }

  void mark() {
    marked = count;
  }

  long count() {
    return count;
  }

  /** Whether somebody read beyond the last byte. */
  boolean ended() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? next : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int from, int most) throws IOException {
    int read = super.read(buffer, from, most);
    count(read);
    return read;
  }

  @Override
  public long skip(long most) throws IOException {
    long skipped = super.skip(most);
    count(Math.toIntExact(skipped));
    return skipped;
  }

  private void count(int read) throws IOException {
    if (read < 0) {
      ended = true;
      return;
    }
    count += read;
    if (count - marked > mostSinceMark) {
      throw new TooLongException();
    }
  }

  /** More bytes were read since the mark than is allowed. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
