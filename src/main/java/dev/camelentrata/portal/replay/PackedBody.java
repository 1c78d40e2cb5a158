package dev.camelentrata.portal.replay;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A long answer, packed while it comes in, so that neither its length nor a file on disk matters: a
 * table of the portal takes about a tenth of its length. Can be read several times.
 */
final class PackedBody {

  private static final int BLOCK = 1 << 16;
  private static final long LONGEST = 2L << 30;
  private static final int MOST_PACKED = 256 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final byte[] packed;
  private final Charset charset;
  private final String mediaType;

  private PackedBody(byte[] packed, Charset charset, String mediaType) {
    this.packed = packed;
    this.charset = charset;
    this.mediaType = mediaType;
  }

  /** Takes output of a fixed compression that favours speed. */
  private static final class Packer extends GZIPOutputStream {
    Packer(ByteArrayOutputStream out) throws IOException {
      super(out, BLOCK);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /**
   * Reads to the end.
   *
   * @param prefix takes the first bytes as they are, at most 64 KiB
   */
  static PackedBody read(InputStream in, String contentType, ByteArrayOutputStream prefix)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(BLOCK);
    byte[] block = new byte[BLOCK];
    long length = 0;
    try (Packer packer = new Packer(out)) {
      for (int count = in.read(block); count >= 0; count = in.read(block)) {
        if (prefix.size() < BLOCK) {
          prefix.write(block, 0, Math.min(count, BLOCK - prefix.size()));
        }
        length += count;
        if (length > LONGEST || out.size() > MOST_PACKED) {
          throw new IOException("the file is longer than any report");
        }
        packer.write(block, 0, count);
      }
    }
    PortalHttp.Response head = new PortalHttp.Response(0, contentType, new byte[0]);
    Charset charset = Charsets.of(head);
    return new PackedBody(
        out.toByteArray(),
        charset == null ? StandardCharsets.UTF_8 : charset,
        Charsets.mediaType(head));
  }

  /** The media type, for messages. */
  String mediaType() {
    return mediaType;
  }

  /** The text from its beginning, without a byte order mark. */
  Reader text() throws IOException {
    Reader text =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(packed), BLOCK), charset),
            BLOCK);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }
}
