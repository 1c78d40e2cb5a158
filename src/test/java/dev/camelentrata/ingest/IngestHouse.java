package dev.camelentrata.ingest;

import dev.camelentrata.ingest.format.ReportFiles;
import dev.camelentrata.mirror.Coverage;
import dev.camelentrata.mirror.Mirror;
import dev.camelentrata.mirror.MirrorBatch;
import dev.camelentrata.mirror.MirrorItem;
import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.mirror.PostgresMirror;
import dev.camelentrata.mirror.SettableClock;
import dev.camelentrata.mirror.StoredItem;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.resource.ResourceCatalog;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** A company with a mirror, and files that are taken into it. */
final class IngestHouse {

  static final ResourceCatalog CATALOG = ResourceCatalog.load();

  final String company = "c" + UUID.randomUUID().toString().substring(0, 8);
  final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
  final List<RejectedRow> rejected = new CopyOnWriteArrayList<>();
  final Mirror mirror;
  final PostgresIngestRuns runs;
  final ReportRows rows;
  final ReportFiles files;
  private final Path folder;
  private final IngestEngine engine;

  IngestHouse(DataSource dataSource, Path folder, Path definitions) {
    this.folder = folder;
    this.mirror = new PostgresMirror(dataSource, CATALOG, clock);
    this.runs = new PostgresIngestRuns(dataSource, clock);
    this.rows = new PostgresReportRows(dataSource);
    this.files = new ReportFiles(folder);
    this.engine =
        new IngestEngine(
            new FileIngest.Parts(
                dataSource,
                mirror,
                CATALOG,
                rejected::add,
                new IngestSettings(
                    Set.of(company),
                    definitions,
                    new BigDecimal("0.05"),
                    1 << 28,
                    2,
                    Duration.ZERO),
                clock),
            runs,
            new ReportsFile(definitions, new ReportsReader(CATALOG)));
  }

  /** Writes a whole scope as a reading of the portal does, a minute after the one before. */
  void mirrored(String resource, String property, MirrorItem... items) {
    clock.forward(Duration.ofMinutes(1));
    mirror.write(
        new MirrorBatch(
            new MirrorScope(company, CATALOG.named(resource), property),
            List.of(items),
            Coverage.ALL,
            clock.instant(),
            null));
  }

  static MirrorItem item(String id, String json) {
    return new MirrorItem(id, id, json.replace('\'', '"'), null);
  }

  /** Two properties, of the first one two units, a lease and a floorplan. */
  void furnish() {
    mirrored(
        "properties",
        null,
        item("10", "{'id':'10','name':'Maple Court','timeZone':'America/Denver'}"),
        item("11", "{'id':'11','name':'Birch Point','timeZone':'America/New_York'}"));
    mirrored("units", "10", unit("501", "101"), unit("502", "102"));
    mirrored(
        "leases",
        "10",
        item(
            "601",
            "{'id':'601','propertyId':'10','unitId':'501','residentId':'701','status':'current',"
                + "'portalStatus':'Current','startsOn':'2026-01-01','endsOn':'2026-12-31',"
                + "'deposit':{'amount':'300.00','currency':'USD'},"
                + "'balance':{'amount':'0.00','currency':'USD'}}"));
    mirrored(
        "floorplans",
        "10",
        item("20", "{'id':'20','propertyId':'10','name':'Dogwood','unitsAvailable':0}"));
  }

  private static MirrorItem unit(String id, String number) {
    return item(
        id,
        "{'id':'%s','propertyId':'10','number':'%s','building':'1','bedrooms':2,'squareFeet':900,"
                .formatted(id, number)
            + "'status':'occupied-no-notice','portalStatus':'Occupied No Notice','vacatesOn':null,"
            + "'marketRent':{'amount':'1500.00','currency':'USD'},"
            + "'effectiveRent':{'amount':'1400.00','currency':'USD'}}");
  }

  /** Takes in a file with this content, an hour later. */
  IngestRun ingest(String name, String content) throws IOException {
    Path file = folder.resolve(UUID.randomUUID() + ".tmp");
    Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    return ingest(name, file);
  }

  IngestRun ingest(String name, Path file) {
    clock.forward(Duration.ofHours(1));
    return engine.ingest(new ReportOrder(company, file, name, "folder", null, clock.instant()));
  }

  /** What the mirror says of a thing; empty if it has none. */
  String data(String resource, String id) {
    return mirror
        .find(viewer("10", "11"), CATALOG.named(resource), id)
        .filter(item -> item.removedAt() == null)
        .map(StoredItem::data)
        .orElse("");
  }

  Viewer viewer(String... properties) {
    return new Viewer(
        company,
        Set.of(properties),
        Set.of(
            "users_groupsxxx",
            "ar_paymentsxxx",
            "customers_systemxxx",
            "customer_work_orders_newxxx"));
  }
}
