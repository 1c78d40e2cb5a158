package dev.camelentrata.ingest;

import dev.camelentrata.portal.map.PortalMapException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of report definitions, looked at before each file that is taken in. A broken edit is
 * logged once and leaves the definitions before it in force. Safe for use by many threads.
 */
final class ReportsFile {

  private static final Logger LOG = LoggerFactory.getLogger(ReportsFile.class);

  private final Path file;
  private final ReportsReader reader;
  private String lastText;
  private ReportDefinitions definitions;

  /**
   * @throws PortalMapException if it has mistakes
   */
  ReportsFile(Path file, ReportsReader reader) {
    this.file = file;
    this.reader = reader;
    try {
      this.lastText = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read the report definitions " + file + "; set entrata.ingest.reports", e);
    }
    this.definitions = reader.read(file.toString(), lastText);
    LOG.info("Report definitions {} read: {}", file, definitions.titles());
  }

  synchronized ReportDefinitions current() {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      LOG.error("Report definitions {} cannot be read; those before stay in force", file);
      return definitions;
    }
    if (!text.equals(lastText)) {
      lastText = text;
      try {
        definitions = reader.read(file.toString(), text);
        LOG.info("Report definitions {} read again: {}", file, definitions.titles());
      } catch (PortalMapException e) {
        LOG.error(
            "Report definitions {} have mistakes; those before stay in force:\n{}",
            file,
            e.getMessage());
      }
    }
    return definitions;
  }
}
