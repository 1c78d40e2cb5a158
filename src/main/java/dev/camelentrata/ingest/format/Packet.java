package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** The reports in a ZIP, without the folders and leavings that operating systems add. */
final class Packet {

  private static final Set<String> LEAVINGS = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

  private final Archive archive;
  private final Source source;

  Packet(Archive archive, Source source) {
    this.archive = archive;
    this.source = source;
  }

  /** Takes one report of the packet. */
  @FunctionalInterface
  interface Reports {
    void report(Source source) throws IOException;
  }

  void read(Reports reports) throws IOException {
    List<ZipArchiveEntry> entries = archive.entries().stream().filter(Packet::isReport).toList();
    if (entries.isEmpty()) {
      throw UnreadableFileException.damaged(source.shown(), "is a packet without reports.", null);
    }
    long all = entries.stream().mapToLong(ZipArchiveEntry::getCompressedSize).sum();
    double before = 0;
    for (ZipArchiveEntry entry : entries) {
      double length = all == 0 ? 0 : (double) entry.getCompressedSize() / all;
      reports.report(
          new Source(
              source.shown() + ", entry " + entry.getName(),
              lastName(entry.getName()),
              entry.getSize(),
              new Span(before, length),
              () -> archive.open(entry)));
      before += length;
    }
  }

  private static boolean isReport(ZipArchiveEntry entry) {
    return !entry.isDirectory()
        && !entry.getName().startsWith("__MACOSX/")
        && !LEAVINGS.contains(lastName(entry.getName()));
  }

  private static String lastName(String path) {
    String name = path.replace('\\', '/');
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
