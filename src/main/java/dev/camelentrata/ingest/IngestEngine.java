package dev.camelentrata.ingest;

import dev.camelentrata.ingest.IngestRuns.NewRun;
import dev.camelentrata.ingest.format.FormatLimits;
import dev.camelentrata.ingest.format.ReportFile;
import dev.camelentrata.ingest.format.UnreadableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes report files in, each in one transaction. Safe for use by many threads. */
final class IngestEngine {

  private static final Logger LOG = LoggerFactory.getLogger(IngestEngine.class);

  private final String owner = UUID.randomUUID().toString();
  private final FileIngest.Parts parts;
  private final IngestRuns runs;
  private final ReportsFile definitions;
  private final ReportFile files;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  IngestEngine(FileIngest.Parts parts, IngestRuns runs, ReportsFile definitions) {
    this.parts = parts;
    this.runs = runs;
    this.definitions = definitions;
    this.files = new ReportFile(limits(parts.settings().fileBytes()));
    this.jdbc = JdbcClient.create(parts.dataSource());
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(parts.dataSource()));
  }

  private static FormatLimits limits(long fileBytes) {
    FormatLimits usual = FormatLimits.DEFAULT;
    return new FormatLimits(
        fileBytes,
        Math.max(usual.unpackedBytes(), fileBytes),
        usual.ratio(),
        usual.entries(),
        usual.columns(),
        usual.cellCharacters(),
        usual.rows());
  }

  /**
   * Takes a file in; gives the run that ended.
   *
   * @throws ReportRefusedException if the file is refused as a whole
   * @throws IngestRunningException if the same content is being taken in
   */
  IngestRun ingest(ReportOrder order) {
    ReportDefinitions known = definitions.current();
    NewRun wanted =
        new NewRun(
            order.company(),
            order.source(),
            order.name(),
            checksum(order.file()),
            size(order.file()),
            known.revision(),
            owner);
    IngestRun run =
        runs.begin(wanted, parts.settings().deadAfter())
            .orElseThrow(() -> new IngestRunningException(order.name()));
    try {
      Optional<IngestRun> before = runs.landed(order.company(), run.checksum(), known.revision());
      if (before.isPresent() && !later(order, before.get())) {
        return unchanged(run, before.get());
      }
      IngestProgress progress = new IngestProgress(runs, run, parts.clock());
      IngestRun end = transaction.execute(status -> take(order, run, known, progress));
      progress.ended(end);
      return end;
    } catch (ReportRefusedException e) {
      throw refused(run, e.kind(), e);
    } catch (UnreadableFileException e) {
      throw refused(run, e.kind(), e);
    } catch (RuntimeException | Error e) {
      failed(run, e);
      throw e;
    }
  }

  /** Whether the file says that the same is true again, of a later time than the one before. */
  private boolean later(ReportOrder order, IngestRun before) {
    return new FileAsOf(order, parts.clock())
        .told()
        .filter(told -> before.asOf() != null && told.isAfter(before.asOf()))
        .isPresent();
  }

  private IngestRun take(
      ReportOrder order, IngestRun run, ReportDefinitions known, IngestProgress progress) {
    jdbc.sql("set local idle_in_transaction_session_timeout = '30min'").update();
    FileIngest file = new FileIngest(parts, order, run, known, progress);
    try {
      files.read(order.file(), order.name(), file);
    } catch (IOException e) {
      throw new UncheckedIOException(order.name() + " cannot be read from the disk", e);
    }
    return runs.end(run.company(), run.id(), file.finish());
  }

  private IngestRun unchanged(IngestRun run, IngestRun before) {
    IngestRun end =
        runs.end(
            run.company(),
            run.id(),
            IngestEnd.of(
                IngestState.UNCHANGED,
                List.of("The same content landed with " + before.id() + ".")));
    LOG.info("Ingest {} unchanged: the same content landed with {}", run.file(), before.id());
    return end;
  }

  private ReportRefusedException refused(IngestRun run, String kind, RuntimeException why) {
    runs.end(
        run.company(), run.id(), IngestEnd.failed(IngestState.REFUSED, kind, why.getMessage()));
    LOG.warn("Ingest {} refused, {}: {}", run.file(), kind, why.getMessage());
    return new ReportRefusedException(kind, why.getMessage(), run.id(), why);
  }

  private void failed(IngestRun run, Throwable why) {
    try {
      runs.end(
          run.company(),
          run.id(),
          IngestEnd.failed(
              IngestState.FAILED,
              "failed",
              "Nothing was written, because of a "
                  + why.getClass().getSimpleName()
                  + "; the log tells more. It may work later."));
    } catch (RuntimeException e) {
      why.addSuppressed(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String checksum(Path file) {
    try {
      return FileChecksum.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
