package dev.camelentrata.api;

import dev.camelentrata.ingest.IngestCounts;
import dev.camelentrata.ingest.IngestEnd;
import dev.camelentrata.ingest.IngestRun;
import dev.camelentrata.ingest.IngestRuns;
import dev.camelentrata.ingest.IngestState;
import dev.camelentrata.ingest.ReportRow;
import dev.camelentrata.ingest.ReportRows;
import dev.camelentrata.mirror.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Ingest runs in memory, as a test puts them there. */
final class FakeIngests implements IngestRuns, ReportRows {

  final List<IngestRun> all = new ArrayList<>();

  final List<ReportRow> rows = new ArrayList<>();

  /** One that ended, with one row that was kept. */
  void add(String company, String id, IngestState state) {
    all.add(
        0,
        new IngestRun(
            id,
            company,
            "folder",
            "2026-11-24_Rent Roll.csv",
            "a".repeat(64),
            2048,
            state,
            List.of("rent-roll"),
            Instant.parse("2026-11-24T00:00:00Z"),
            Instant.parse("2026-11-24T06:00:00Z"),
            Instant.parse("2026-11-24T06:00:01Z"),
            100,
            new IngestCounts(10, 0, 3, 6, 0, 1, 1),
            List.of("View"),
            List.of(),
            state == IngestState.REFUSED ? "wrong-total" : null,
            state == IngestState.REFUSED ? "Row 3: …" : null));
    rows.add(new ReportRow(1, 2L, "rent-roll", "1001", "{\"balance\":\"1.00\"}"));
  }

  @Override
  public List<ReportRow> list(
      Viewer viewer, String runId, int afterPart, long afterLine, int limit) {
    return rows.stream()
        .filter(row -> viewer.propertyIds().contains(row.propertyId()))
        .filter(row -> row.part() > afterPart || row.line() > afterLine)
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<IngestRun> begin(NewRun run, Duration deadAfter) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<IngestRun> landed(String company, String checksum, String definitions) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void progress(String company, String id, int percent, long read) {
    throw new UnsupportedOperationException();
  }

  @Override
  public IngestRun end(String company, String id, IngestEnd end) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<IngestRun> find(String company, String id) {
    return all.stream().filter(r -> r.company().equals(company) && r.id().equals(id)).findFirst();
  }

  @Override
  public List<IngestRun> list(
      String company, String state, String report, String before, int limit) {
    return all.stream()
        .filter(run -> run.company().equals(company))
        .filter(run -> state == null || Objects.equals(run.state().slug(), state))
        .filter(run -> report == null || run.reports().contains(report))
        .dropWhile(run -> before != null && !run.id().equals(before))
        .filter(run -> !run.id().equals(before))
        .limit(limit)
        .toList();
  }
}
