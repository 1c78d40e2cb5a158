package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Reads report files of every format, part after part, each as it is asked for: memory does not
 * grow with the rows. Immutable, for any number of threads.
 */
public final class ReportFile {

  private final FormatLimits limits;
  private final Charset otherwise;

  /** Text is UTF-8, or what its byte order mark says. */
  public ReportFile(FormatLimits limits) {
    this(limits, null);
  }

  /**
   * @param otherwise the encoding of CSVs that are not UTF-8, for example windows-1252; null to
   *     refuse them
   */
  public ReportFile(FormatLimits limits, Charset otherwise) {
    this.limits = limits;
    this.otherwise = otherwise;
  }

  /**
   * Hands each part of the file to the reader, in the file's order.
   *
   * @param name the file's name for parts and errors
   * @throws UnreadableFileException if the file or what is in it cannot be read, at the latest when
   *     its rows are asked for
   * @throws IOException if the disk fails, or from the reader
   */
  public void read(Path file, String name, PartReader reader) throws IOException {
    long bytes = Files.size(file);
    if (bytes > limits.fileBytes()) {
      throw UnreadableFileException.tooLarge(
          name,
          "has %d bytes, more than %d. Export shorter periods."
              .formatted(bytes, limits.fileBytes()));
    }
    Source source = new Source(name, name, bytes, Span.ALL, () -> Files.newInputStream(file));
    FileFormat format = Sniffer.format(source);
    if (format == FileFormat.ZIP) {
      try (Archive archive = Archive.open(file, name, limits)) {
        if (archive.isWorkbook()) {
          new XlsxFile(file, source, limits).read(archive, reader);
        } else {
          new Packet(archive, source).read(report -> readEntry(report, reader));
        }
      }
    } else {
      readOne(file, source, format, reader);
    }
  }

  private void readEntry(Source entry, PartReader reader) throws IOException {
    FileFormat format = Sniffer.format(entry);
    if (format != FileFormat.ZIP && format != FileFormat.XLS) {
      readOne(null, entry, format, reader);
      return;
    }
    Path copy = Files.createTempFile("report-", ".entry");
    try {
      try (InputStream in = entry.open()) {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      if (format == FileFormat.XLS) {
        readOne(copy, entry, format, reader);
      } else {
        readPackedWorkbook(copy, entry, reader);
      }
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private void readPackedWorkbook(Path copy, Source entry, PartReader reader) throws IOException {
    try (Archive archive = Archive.open(copy, entry.shown(), limits)) {
      if (!archive.isWorkbook()) {
        throw UnreadableFileException.unknownFormat(
            entry.shown(), "is a ZIP in a ZIP, which is not unpacked.");
      }
      new XlsxFile(copy, entry, limits).read(archive, reader);
    }
  }

  /** The workbook's file is needed for XLS only; all else is read from the source. */
  private void readOne(Path file, Source source, FileFormat format, PartReader reader)
      throws IOException {
    switch (format) {
      case CSV -> reader.part(new CsvPart(source, limits, otherwise));
      case XML, JSON -> reader.part(new TreePart(source, format, limits));
      case XLS -> new XlsFile(file, source, limits).read(reader);
      case XLSX, ZIP -> throw new IllegalStateException(format + " is an archive");
    }
  }
}
