package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

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
    switch (format) {
      case CSV -> reader.part(new CsvPart(source, limits, otherwise));
      case ZIP, XLSX -> readArchive(file, source, reader);
      case XLS, XML, JSON ->
          throw UnreadableFileException.unknownFormat(name, "is of a format not read yet.");
    }
  }

  private void readArchive(Path file, Source source, PartReader reader) throws IOException {
    try (Archive archive = Archive.open(file, source.shown(), limits)) {
      if (archive.isWorkbook()) {
        new XlsxFile(file, source, limits).read(archive, reader);
      } else {
        throw UnreadableFileException.unknownFormat(source.shown(), "is of a format not read yet.");
      }
    }
  }
}
