package dev.camelentrata.ingest;

import dev.camelentrata.ingest.format.Cell;
import dev.camelentrata.ingest.format.Part;
import dev.camelentrata.ingest.format.PartReader;
import dev.camelentrata.ingest.format.RecordShape;
import dev.camelentrata.ingest.format.Rows;
import dev.camelentrata.ingest.format.SheetRow;
import dev.camelentrata.mirror.ImportResult;
import dev.camelentrata.mirror.Mirror;
import dev.camelentrata.resource.ResourceCatalog;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes in the parts of one file, inside its transaction; nothing is merged before its end. */
final class FileIngest implements PartReader {

  private final Parts parts;
  private final ReportOrder order;
  private final IngestRun run;
  private final ReportDefinitions definitions;
  private final IngestProgress progress;
  private final JdbcClient jdbc;
  private final MirrorKeys keys;
  private final KeptRows kept;
  private final List<TableResult> tables = new ArrayList<>();
  private Instant asOf;
  private int part;

  /** What takes files in, whichever they are. */
  record Parts(
      DataSource dataSource,
      Mirror mirror,
      ResourceCatalog catalog,
      RejectedRows rejected,
      IngestSettings settings,
      Clock clock) {}

  FileIngest(
      Parts parts,
      ReportOrder order,
      IngestRun run,
      ReportDefinitions definitions,
      IngestProgress progress) {
    this.parts = parts;
    this.order = order;
    this.run = run;
    this.definitions = definitions;
    this.progress = progress;
    this.jdbc = JdbcClient.create(parts.dataSource());
    this.keys = new MirrorKeys(parts.mirror(), parts.catalog(), run.company());
    this.kept = new KeptRows(parts.dataSource(), run);
  }

  @Override
  public void part(Part each) throws IOException {
    part++;
    if (each.format().tabular()) {
      ReportChoice choice = new ReportChoice(each.name(), definitions);
      try (Rows rows = ReadAhead.of(each.rows())) {
        HeaderRow header = choice.choose(rows);
        read(each, header, choice.titles(), rows);
      }
    } else {
      records(each);
    }
  }

  /** Reads every kind of record that the part has. */
  private void records(Part each) throws IOException {
    List<ReportDefinition> known =
        definitions.reports().stream().filter(report -> report.records() != null).toList();
    List<ReportDefinition> named = ReportChoice.named(known, each.name());
    boolean found = false;
    for (ReportDefinition report : named.isEmpty() ? known : named) {
      List<String> names =
          report.columns().values().stream().flatMap(c -> c.names().stream()).toList();
      try (Rows rows = ReadAhead.of(each.records(new RecordShape(report.records(), names)))) {
        HeaderRow header = HeaderRow.of(report, rows.next());
        long before = tables.size();
        read(each, header, List.of(), rows);
        found |= tables.get((int) before).read() > 0;
        part++;
      }
    }
    if (!found) {
      throw new ReportRefusedException(
          "unknown-report",
          each.name()
              + " has no records that are known. Say in reports.yaml where they are, by records.");
    }
  }

  private void read(Part each, HeaderRow header, List<SheetRow> titles, Rows rows)
      throws IOException {
    Instant partAsOf =
        new FileAsOf(order, parts.clock()).of(each.name(), each.parameters(), titles);
    asOf = asOf == null || partAsOf.isAfter(asOf) ? partAsOf : asOf;
    FileContext context =
        new FileContext(parts.mirror(), parts.catalog(), jdbc, keys, run, partAsOf, part);
    String property = property(each, titles, context.properties()).orElse(null);
    tables.add(
        new TableReader(each.name(), header, property, context, kept, new Rejections(run))
            .read(rows, progress));
  }

  /** The property that a part is of, where its rows do not tell. */
  private Optional<String> property(Part each, List<SheetRow> titles, Properties properties) {
    for (SheetRow row : titles) {
      for (Cell cell : row.cells()) {
        String id = cell.isEmpty() ? null : properties.find(cell.text());
        if (id != null) {
          return Optional.of(id);
        }
      }
    }
    return titles.stream()
        .flatMap(row -> row.cells().stream())
        .map(cell -> properties.within(cell.text()))
        .flatMap(Optional::stream)
        .findFirst()
        .or(
            () ->
                each.parameters().entrySet().stream()
                    .filter(p -> p.getKey().toLowerCase(Locale.ROOT).contains("propert"))
                    .map(p -> properties.within(p.getValue()))
                    .flatMap(Optional::stream)
                    .findFirst())
        .or(() -> properties.within(each.name()))
        .or(properties::only);
  }

  /** Merges all that was read; gives how the run ends. */
  IngestEnd finish() {
    long read = tables.stream().mapToLong(TableResult::read).sum();
    long rejected = tables.stream().mapToLong(table -> table.rejected().size()).sum();
    refuseBad(read, rejected);
    progress.merging();
    ImportResult result = ImportResult.NONE;
    for (TableResult table : tables) {
      for (FeedWriter feed : table.feeds()) {
        result = result.plus(feed.finish());
      }
    }
    Set<String> reports = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    tables.forEach(table -> reports.add(table.header().report().name()));
    tables.forEach(table -> unknown.addAll(table.header().unknown()));
    kept.finish(List.copyOf(reports), parts.settings().keptRuns());
    tables.forEach(table -> table.rejected().forEach(parts.rejected()::reject));
    long unmatched = tables.stream().mapToLong(TableResult::unmatched).sum();
    IngestCounts counts = IngestCounts.of(read, rejected, unmatched, result);
    return new IngestEnd(
        state(counts),
        List.copyOf(reports),
        asOf,
        counts,
        List.copyOf(unknown),
        notes(counts),
        null,
        null);
  }

  /** One bad row is let through in any file; if none is good, none is taken in. */
  private void refuseBad(long read, long rejected) {
    long most = Math.max(1, parts.settings().mostRejected(read));
    if (rejected > most || rejected > 0 && rejected == read) {
      RejectedRow first =
          tables.stream().flatMap(table -> table.rejected().stream()).findFirst().orElseThrow();
      throw new ReportRefusedException(
          "too-many-bad-rows",
          "%s: %,d of %,d rows cannot be read, more than entrata.ingest.rejected-share allows. The first is row %d, where %s %s."
              .formatted(run.file(), rejected, read, first.row(), first.column(), first.reason()));
    }
  }

  private static IngestState state(IngestCounts counts) {
    if (counts.rejected() > 0) {
      return IngestState.PARTIAL;
    }
    long newer = counts.added() + counts.changed() + counts.unchanged() + counts.unmatched();
    return counts.older() > 0 && newer == 0 ? IngestState.OLDER : IngestState.SUCCEEDED;
  }

  private static List<String> notes(IngestCounts counts) {
    List<String> notes = new ArrayList<>();
    if (counts.unmatched() > 0) {
      notes.add(
          counts.unmatched()
              + (counts.unmatched() == 1 ? " row is" : " rows are")
              + " of nothing that the mirror has; send the file again once it has it.");
    }
    return notes;
  }
}
