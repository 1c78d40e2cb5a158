package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Looks through a workbook's bytes before the library reads them: it unpacks to what it says, has
 * no document types, no endless texts, no columns beyond Excel's, and not more shared texts than
 * fit into memory. Counts the rows on the way.
 */
final class WorkbookScan {

  /** All shared texts are held while the sheets are read. */
  private static final long MOST_SHARED_TEXT = 96L << 20;

  private static final int MOST_COLUMN_LETTERS = 3;
  private static final long DOCTYPE = bytes("!DOCTYPE");
  private static final long ROW = bytes("<row");
  private static final long PREFIXED_ROW = bytes(":row");
  private static final long REFERENCE = bytes(" r=");
  private static final long SINCE_1904 = bytes("te1904=\"");

  private final String shown;
  private final FormatLimits limits;
  private long rows;
  private boolean styles;
  private boolean since1904;

  WorkbookScan(String shown, FormatLimits limits) {
    this.shown = shown;
    this.limits = limits;
  }

  void look(Archive archive) throws IOException {
    for (ZipArchiveEntry entry : archive.entries()) {
      String name = entry.getName().toLowerCase(Locale.ROOT);
      if (name.endsWith(".xml") || name.endsWith(".rels")) {
        if (name.endsWith("sharedstrings.xml") && entry.getSize() > MOST_SHARED_TEXT) {
          throw UnreadableFileException.tooLarge(
              shown,
              "has %d MiB of texts, more than %d. Send it as CSV."
                  .formatted(entry.getSize() >> 20, MOST_SHARED_TEXT >> 20));
        }
        styles |= name.contains("style");
        try (InputStream in = archive.open(entry)) {
          scan(in, entry.getName());
        }
      }
    }
  }

  /** Rows of all sheets, empty ones too. */
  long rows() {
    return rows;
  }

  /** Whether cells can have styles, which tell dates from numbers. */
  boolean hasStyles() {
    return styles;
  }

  /** Whether the workbook counts its days since 1904. */
  boolean since1904() {
    return since1904;
  }

  private void scan(InputStream in, String entry) throws IOException {
    byte[] buffer = new byte[1 << 16];
    Tag tag = new Tag(entry);
    int read = in.read(buffer, 0, buffer.length);
    if (read > 1 && (buffer[0] == 0 || buffer[1] == 0 || (buffer[0] & 0xFF) >= 0xFE)) {
      throw UnreadableFileException.damaged(
          shown, "its part " + entry + " is not in UTF-8, as Excel's are.", null);
    }
    while (read >= 0) {
      for (int i = 0; i < read; i++) {
        tag.next(buffer[i]);
      }
      read = in.read(buffer, 0, buffer.length);
    }
  }

  /** What follows the last {@code <}. */
  private final class Tag {

    private final String entry;
    private final long most = 8L * limits.cellCharacters() + 65_536;
    private long length;
    private long lastEight;
    private boolean inName;
    private boolean inTag;
    private int letters = -1;

    Tag(String entry) {
      this.entry = entry;
    }

    void next(byte b) {
      if (b == '<') {
        length = 0;
        inName = true;
        inTag = true;
      } else if (++length > most) {
        throw UnreadableFileException.tooLarge(
            shown, "its part " + entry + " has a text longer than a cell can be.");
      } else if (inTag) {
        inTag(b);
      }
      lastEight = (lastEight << 8) | (b & 0xFF);
      if (inTag && length == 8 && lastEight == DOCTYPE) {
        throw UnreadableFileException.unsafeXml(shown);
      }
    }

    private void inTag(byte b) {
      boolean space = b == ' ' || b == '\n' || b == '\r' || b == '\t';
      if (inName && (space || b == '>' || b == '/')) {
        inName = false;
        long name = lastEight & 0xFFFFFFFFL;
        rows += name == ROW || name == PREFIXED_ROW ? 1 : 0;
      }
      if (b == '"' && (lastEight & 0xFFFFFF) == REFERENCE) {
        letters = 0;
      } else if (letters >= 0) {
        letters = b >= 'A' && b <= 'Z' ? letters + 1 : -1;
        if (letters > MOST_COLUMN_LETTERS) {
          throw UnreadableFileException.damaged(
              shown, "its part " + entry + " has a cell beyond Excel's last column.", null);
        }
      }
      since1904 |= lastEight == SINCE_1904 && (b == '1' || b == 't');
      inTag = b != '>';
    }
  }

  private static long bytes(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      bytes = (bytes << 8) | text.charAt(i);
    }
    return bytes;
  }
}
