package dev.camelentrata.ingest;

import dev.camelentrata.mirror.ItemFinish;
import dev.camelentrata.mirror.Mirror;
import dev.camelentrata.mirror.MirrorImport;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import dev.camelentrata.resource.WorkOrderSla;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What all tables of a part share; of one file, in its transaction. */
final class FileContext {

  private static final long PART = 1L << 32;

  private final Mirror mirror;
  private final String company;
  private final String runId;
  private final Instant asOf;
  private final int part;
  private final Properties properties;
  private final MirrorKeys keys;
  private final ToldBefore told;

  FileContext(
      Mirror mirror,
      ResourceCatalog catalog,
      JdbcClient jdbc,
      MirrorKeys keys,
      IngestRun run,
      Instant asOf,
      int part) {
    this.mirror = mirror;
    this.company = run.company();
    this.runId = run.id();
    this.asOf = asOf;
    this.part = part;
    this.keys = keys;
    this.properties =
        new Properties(
            mirror.keys(company, catalog.named("properties"), null, Properties.FIELDS), asOf);
    this.told = new ToldBefore(jdbc, company, asOf);
  }

  Properties properties() {
    return properties;
  }

  MirrorKeys keys() {
    return keys;
  }

  ToldBefore told() {
    return told;
  }

  Instant asOf() {
    return asOf;
  }

  /** Which part of the file this is, from 1. */
  int part() {
    return part;
  }

  /** Orders lines over all parts. */
  long place(long line) {
    return part * PART + line;
  }

  MirrorImport importing(Resource resource, String report, Set<String> fields) {
    ItemFinish finish =
        resource.name().equals("work-orders")
            ? (property, data) -> WorkOrderSla.tell(data, properties.day(property))
            : (property, data) -> {};
    return mirror.importing(
        new MirrorImport.ImportOrder(company, resource, report, fields, asOf, runId, finish));
  }
}
