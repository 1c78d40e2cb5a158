package dev.camelentrata.ingest.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A ZIP whose directory was checked before anything of it is unpacked, and whose entries unpack to
 * what the directory says or are refused.
 */
final class Archive implements Closeable {

  private static final long SMALL = 10L << 20;
  private static final String CONTENT_TYPES = "[Content_Types].xml";

  private final ZipFile zip;
  private final String shown;
  private final List<ZipArchiveEntry> entries;

  private Archive(ZipFile zip, String shown) {
    this.zip = zip;
    this.shown = shown;
    this.entries = Collections.list(zip.getEntries());
  }

  static Archive open(Path file, String shown, FormatLimits limits) throws IOException {
    Archive archive;
    try {
      archive = new Archive(ZipFile.builder().setPath(file).get(), shown);
    } catch (ZipException e) {
      throw UnreadableFileException.truncated(
          shown, "is a ZIP or a workbook without its end: the transfer was cut off.", e);
    } catch (IOException | IllegalArgumentException e) {
      throw UnreadableFileException.damaged(shown, "has a directory that cannot be read.", e);
    }
    try {
      archive.check(limits);
      return archive;
    } catch (RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  List<ZipArchiveEntry> entries() {
    return entries;
  }

  /** Whether this is no packet but one workbook, which is a ZIP too. */
  boolean isWorkbook() {
    if (zip.getEntry(CONTENT_TYPES) == null) {
      return false;
    }
    if (zip.getEntry("xl/workbook.bin") != null) {
      throw UnreadableFileException.unknownFormat(shown, "is a binary workbook (XLSB).");
    }
    if (entries.stream().noneMatch(entry -> entry.getName().startsWith("xl/"))) {
      throw UnreadableFileException.unknownFormat(shown, "is an Office document, but no workbook.");
    }
    return true;
  }

  /** The bytes of an entry; more or others than the directory says are refused. */
  InputStream open(ZipArchiveEntry entry) throws IOException {
    String name = shown + ", entry " + entry.getName();
    try {
      return new EntryStream(name, entry, zip.getInputStream(entry));
    } catch (ZipException e) {
      throw UnreadableFileException.damaged(name, "is packed in a way that is not known.", e);
    }
  }

  private void check(FormatLimits limits) {
    if (entries.size() > limits.entries()) {
      throw UnreadableFileException.zipBomb(
          shown, "holds %d entries, more than %d.".formatted(entries.size(), limits.entries()));
    }
    Set<String> names = new HashSet<>();
    long packed = 0;
    long unpacked = 0;
    for (ZipArchiveEntry entry : entries) {
      checkName(entry.getName());
      if (!names.add(entry.getName())) {
        throw UnreadableFileException.damaged(
            shown, "holds two entries named " + entry.getName() + ".", null);
      }
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw UnreadableFileException.encrypted(
            shown, "the entry " + entry.getName() + " is encrypted.");
      }
      checkSize(entry.getName(), entry.getCompressedSize(), entry.getSize(), limits);
      packed += Math.min(entry.getCompressedSize(), limits.fileBytes());
      unpacked += entry.getSize();
    }
    checkSize("all", packed, unpacked, limits);
  }

  private void checkSize(String what, long packed, long unpacked, FormatLimits limits) {
    if (packed < 0 || unpacked < 0) {
      throw UnreadableFileException.damaged(shown, what + ": has no size.", null);
    }
    if (unpacked > limits.unpackedBytes()) {
      throw UnreadableFileException.zipBomb(
          shown,
          "%s: unpacks to %d bytes, more than %d."
              .formatted(what, unpacked, limits.unpackedBytes()));
    }
    if (unpacked > SMALL && unpacked / limits.ratio() > packed) {
      throw UnreadableFileException.zipBomb(
          shown,
          "%s: unpacks to %d bytes from %d, more than %d times as many."
              .formatted(what, unpacked, packed, limits.ratio()));
    }
  }

  private void checkName(String name) {
    String path = name.replace('\\', '/');
    boolean drive = path.length() > 1 && path.charAt(1) == ':';
    boolean up = List.of(path.split("/")).contains("..");
    boolean control = path.chars().anyMatch(c -> c < ' ' || c == 0x7F);
    if (path.startsWith("/") || drive || up || control || path.isBlank()) {
      throw UnreadableFileException.unsafePath(
          shown,
          "the entry \"" + name.replaceAll("\\p{Cntrl}", "?") + "\" would leave its folder.");
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
