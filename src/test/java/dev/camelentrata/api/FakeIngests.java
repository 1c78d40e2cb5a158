package dev.camelentrata.api;

import dev.camelentrata.ingest.IngestEnd;
import dev.camelentrata.ingest.IngestRun;
import dev.camelentrata.ingest.IngestRuns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Ingest runs in memory, as a test puts them there. */
final class FakeIngests implements IngestRuns {

  final List<IngestRun> all = new ArrayList<>();

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
