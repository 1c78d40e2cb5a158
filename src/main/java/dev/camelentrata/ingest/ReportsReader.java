package dev.camelentrata.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.portal.map.CheckedYaml;
import dev.camelentrata.resource.ResourceCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads the file of report definitions and checks it; every mistake is told with file, line and
 * field. Safe for use by many threads.
 */
final class ReportsReader {

  private final JsonNode schema;
  private final ResourceCatalog catalog;

  ReportsReader(ResourceCatalog catalog) {
    this.catalog = catalog;
    try (InputStream in = ReportsReader.class.getResourceAsStream("reports.schema.json")) {
      this.schema = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param source the file's name, for messages
   * @throws dev.camelentrata.portal.map.PortalMapException listing every mistake
   */
  ReportDefinitions read(String source, String text) {
    CheckedYaml yaml = CheckedYaml.read(source, text, schema);
    yaml.root()
        .path("reports")
        .properties()
        .forEach(
            report ->
                new ReportChecks(yaml, catalog)
                    .check(CheckedYaml.path("reports", report.getKey()), report.getValue()));
    yaml.throwIfAny();
    List<ReportDefinition> reports = new ArrayList<>();
    yaml.root()
        .path("reports")
        .properties()
        .forEach(
            report ->
                reports.add(ReportBinding.report(report.getKey(), report.getValue(), catalog)));
    return new ReportDefinitions(reports, revision(text));
  }

  private static String revision(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
