package dev.camelentrata.ingest.format;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a CSV, decoded strictly. Counts the bytes for progress, and the characters
 * since the last row, so that a quotation mark that nobody closes does not fill the memory.
 */
final class CsvText extends FilterReader {

  private final CountedStream bytes;
  private final Charset charset;
  private final long mostPerRow;
  private long sinceRow;

  private CsvText(CountedStream bytes, Charset charset, long mostPerRow) {
    super(decoder(bytes, charset));
    this.bytes = bytes;
    this.charset = charset;
    this.mostPerRow = mostPerRow;
  }

  /** Without its byte order mark. */
  static CsvText open(Source source, Charset charset, long mostPerRow) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(source.open(), 1 << 16);
    buffered.mark(4);
    byte[] head = buffered.readNBytes(3);
    buffered.reset();
    buffered.skipNBytes(markLength(head));
    return new CsvText(new CountedStream(buffered), charset, mostPerRow);
  }

  /** By the byte order mark, else UTF-8. */
  static Charset charset(byte[] head) {
    if (head.length > 1 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.length > 1 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  private static int markLength(byte[] head) {
    if (!charset(head).equals(StandardCharsets.UTF_8)) {
      return 2;
    }
    boolean marked =
        head.length > 2
            && head[0] == (byte) 0xEF
            && head[1] == (byte) 0xBB
            && head[2] == (byte) 0xBF;
    return marked ? 3 : 0;
  }

  private static Reader decoder(InputStream bytes, Charset charset) {
    return new InputStreamReader(
        bytes,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  Charset charset() {
    return charset;
  }

  long bytesRead() {
    return bytes.count();
  }

  void rowDone() {
    sinceRow = 0;
  }

  @Override
  public int read() throws IOException {
    int character = super.read();
    count(character < 0 ? 0 : 1);
    return character;
  }

  @Override
  public int read(char[] buffer, int from, int most) throws IOException {
    int read = super.read(buffer, from, most);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws IOException {
    sinceRow += read;
    if (sinceRow > mostPerRow) {
      throw new EndlessRowException();
    }
  }

  /** A row has more characters than any honest one. */
  static final class EndlessRowException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
