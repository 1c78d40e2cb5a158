package dev.camelentrata.accounting;

import dev.camelentrata.portal.map.PortalMapException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of charge codes, looked at before each use. A broken edit is logged once and leaves the
 * books before it in force. Safe for use by many threads.
 */
final class ChargeCodesFile {

  private static final Logger LOG = LoggerFactory.getLogger(ChargeCodesFile.class);

  private final Path file;
  private final ChargeCodesReader reader = new ChargeCodesReader();
  private String lastText;
  private ChargeCodes codes;

  /**
   * Reads the file for the first time.
   *
   * @throws PortalMapException if it has mistakes
   */
  ChargeCodesFile(Path file) {
    this.file = file;
    try {
      this.lastText = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the charge codes " + file, e);
    }
    this.codes = reader.read(file.toString(), lastText);
  }

  synchronized ChargeCodes current() {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      if (lastText != null) {
        LOG.error("Charge codes {} cannot be read; those before stay in force", file);
      }
      lastText = null;
      return codes;
    }
    if (!text.equals(lastText)) {
      lastText = text;
      try {
        codes = reader.read(file.toString(), text);
        LOG.info("Charge codes {} read again", file);
      } catch (PortalMapException e) {
        LOG.error(
            "Charge codes {} have mistakes; those before stay in force:\n{}", file, e.getMessage());
      }
    }
    return codes;
  }
}
