package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A workbook of 97 to 2003, read record by record. */
final class XlsFile {

  /** Such a workbook has 65,536 rows a sheet at most; its shared texts are held in memory. */
  private static final long MOST_BYTES = 64L << 20;

  private final Path file;
  private final Source source;
  private final FormatLimits limits;

  XlsFile(Path file, Source source, FormatLimits limits) {
    this.file = file;
    this.source = source;
    this.limits = limits;
  }

  void read(PartReader reader) throws IOException {
    if (source.bytes() > MOST_BYTES) {
      throw UnreadableFileException.tooLarge(
          source.shown(),
          "has %d bytes, more than %d for an XLS. Send it as XLSX or CSV."
              .formatted(source.bytes(), MOST_BYTES));
    }
    try (POIFSFileSystem container = open()) {
      DirectoryNode root = container.getRoot();
      XlsStream stream = new XlsStream(root, streamName(root), source);
      XlsGlobals globals = XlsGlobals.read(stream);
      Map<String, String> parameters = parameters(stream, globals);
      int parts = 0;
      for (XlsGlobals.Sheet sheet : globals.sheets()) {
        if (sheet.visible()
            && !Parameters.isName(sheet.name())
            && hasRows(stream, globals, sheet)) {
          String name = parts == 0 ? source.name() : source.name() + "#" + sheet.name();
          parts++;
          reader.part(
              new SheetPart(name, FileFormat.XLS, parameters, () -> rows(stream, globals, sheet)));
        }
      }
      if (parts == 0) {
        throw UnreadableFileException.damaged(
            source.shown(), "has no visible sheet with anything in it.", null);
      }
    } catch (EncryptedDocumentException e) {
      throw encrypted();
    }
  }

  private Map<String, String> parameters(XlsStream stream, XlsGlobals globals) throws IOException {
    for (XlsGlobals.Sheet sheet : globals.sheets()) {
      if (Parameters.isName(sheet.name())) {
        try (Rows rows = rows(stream, globals, sheet)) {
          return Parameters.read(rows);
        }
      }
    }
    return Map.of();
  }

  private boolean hasRows(XlsStream stream, XlsGlobals globals, XlsGlobals.Sheet sheet)
      throws IOException {
    try (Rows rows = rows(stream, globals, sheet)) {
      return rows.next() != null;
    }
  }

  private Rows rows(XlsStream stream, XlsGlobals globals, XlsGlobals.Sheet sheet)
      throws IOException {
    return new XlsRows(stream.sheet(sheet.index()), globals, limits);
  }

  private String streamName(DirectoryNode root) {
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      throw encrypted();
    }
    for (String name : List.of("Workbook", "WORKBOOK")) {
      if (root.hasEntry(name)) {
        return name;
      }
    }
    throw UnreadableFileException.unknownFormat(
        source.shown(),
        root.hasEntry("Book")
            ? "is a workbook of Excel 95 or older."
            : "is an Office document, but no workbook.");
  }

  private UnreadableFileException encrypted() {
    return UnreadableFileException.encrypted(source.shown(), "is a workbook with a password.");
  }

  private POIFSFileSystem open() {
    try {
      return new POIFSFileSystem(file.toFile(), true);
    } catch (IOException | RuntimeException e) {
      throw UnreadableFileException.truncated(
          source.shown(), "is a workbook without its end: the transfer was cut off.", e);
    }
  }
}
