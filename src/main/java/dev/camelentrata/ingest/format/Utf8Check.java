package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Finds the first byte of a text that is not of its encoding. */
final class Utf8Check {

  private static final int BUFFER = 1 << 16;

  private Utf8Check() {}

  static boolean isUtf8(Source source) throws IOException {
    return firstFault(source, StandardCharsets.UTF_8) == null;
  }

  /** Names the line and the byte, which an editor can be sent to. */
  static UnreadableFileException refusal(Source source, Charset charset) throws IOException {
    Fault fault = firstFault(source, charset);
    String where =
        fault == null
            ? ""
            : String.format(
                Locale.ROOT, ": line %d has the byte 0x%02X", fault.line(), fault.value());
    return UnreadableFileException.wrongEncoding(
        source.shown(), "is not " + charset.name() + where + ".");
  }

  private static Fault firstFault(Source source, Charset charset) throws IOException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    CharBuffer characters = CharBuffer.allocate(BUFFER);
    long line = 1;
    try (InputStream in = source.open()) {
      boolean end = false;
      while (!end) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        CoderResult result = decoder.decode(bytes, characters, end);
        characters.flip();
        line += characters.chars().filter(c -> c == '\n').count();
        characters.clear();
        if (result.isError()) {
          return new Fault(line, bytes.get(bytes.position()) & 0xFF);
        }
        bytes.compact();
      }
    }
    return null;
  }

  private record Fault(long line, int value) {}
}
