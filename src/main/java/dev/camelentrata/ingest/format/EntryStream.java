package dev.camelentrata.ingest.format;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** An unpacked entry, held to the size and the checksum in the directory. */
final class EntryStream extends FilterInputStream {

  private final String shown;
  private final ZipArchiveEntry entry;
  private final CRC32 checksum = new CRC32();
  private long read;

  EntryStream(String shown, ZipArchiveEntry entry, InputStream in) {
    super(in);
    this.shown = shown;
    this.entry = entry;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int from, int most) throws IOException {
    int count;
    try {
      count = super.read(buffer, from, most);
    } catch (ZipException | EOFException e) {
      throw UnreadableFileException.damaged(shown, "cannot be unpacked.", e);
    }
    if (count < 0) {
      checkEnd();
      return count;
    }
    read += count;
    if (read > entry.getSize()) {
      throw UnreadableFileException.zipBomb(
          shown, "unpacks to more than the " + entry.getSize() + " bytes it is said to have.");
    }
    checksum.update(buffer, from, count);
    return count;
  }

  @Override
  public long skip(long most) throws IOException {
    long left = most;
    byte[] buffer = new byte[8192];
    while (left > 0) {
      int count = read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        break;
      }
      left -= count;
    }
    return most - left;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void checkEnd() {
    if (read != entry.getSize() || checksum.getValue() != entry.getCrc()) {
      throw UnreadableFileException.damaged(
          shown, "does not unpack to what it was packed from (checksum).", null);
    }
  }
}
