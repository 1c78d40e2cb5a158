package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.accounting.BooksSource;
import dev.camelentrata.accounting.CompanyBooks;
import dev.camelentrata.accounting.reconcile.StepResult.State;
import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.AccountingSystems;
import dev.camelentrata.accounting.system.Connection;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Performs one reconciliation: its steps one after the other, then all that they found in one
 * transaction with its end. Safe for use by many threads.
 */
final class Reconciler {

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  private final Parts parts;
  private final CompanyRows rows;
  private final RunRows runs;
  private final CompanyProperties properties;

  /** What it works with. */
  record Parts(
      CompanyRows rows,
      BooksSource books,
      PortalLedger portal,
      AccountingSystems systems,
      Clock clock) {}

  Reconciler(Parts parts, RunRows runs) {
    this.parts = parts;
    this.rows = parts.rows();
    this.runs = runs;
    this.properties = new CompanyProperties(rows);
  }

  /** How far a reconciliation is; the numbers of one may be read while another thread counts. */
  static final class Progress {
    private final AtomicLong done = new AtomicLong();
    private final AtomicReference<String> step = new AtomicReference<>("begins");

    long done() {
      return done.get();
    }

    String step() {
      return step.get();
    }
  }

  /** What a step compared, and what it found. */
  private record Done(Tally tally, StepResult result) {}

  /** Performs it to its end; what keeps a step from being done is its result. */
  void perform(Reconciliation run, Progress progress) {
    String company = run.scope().company();
    Optional<CompanyBooks> books = parts.books().books(company);
    if (books.isEmpty()) {
      end(run, null, List.of(), "The company has no books; add it to the charge codes.", progress);
      return;
    }
    List<Done> done = new ArrayList<>();
    done.add(portal(run, progress));
    done.add(
        perform(
            run,
            tally(ReconcileStep.MIRROR_POSTINGS, null, progress),
            new MirrorPostings(rows, books.get()),
            progress));
    done.addAll(systems(run, progress));
    done.add(
        perform(
            run,
            tally(ReconcileStep.DEPOSITS_PAYMENTS, null, progress),
            new DepositsPayments(rows),
            progress));
    end(run, books.get().currency(), done, null, progress);
  }

  private Done portal(Reconciliation run, Progress progress) {
    Tally tally = tally(ReconcileStep.PORTAL_MIRROR, null, progress);
    return parts.portal().readable(run.scope().company())
        ? perform(run, tally, new PortalMirror(parts.portal(), rows), progress)
        : skipped(tally, "The company has no account to read the portal with.");
  }

  private List<Done> systems(Reconciliation run, Progress progress) {
    String company = run.scope().company();
    List<Done> done = new ArrayList<>();
    for (Connection connection : parts.systems().connections(company)) {
      Tally tally = tally(ReconcileStep.POSTINGS_SYSTEM, connection.id(), progress);
      Optional<AccountingSystem> system = parts.systems().system(company, connection.id());
      if (connection.state() == Connection.State.DISCONNECTED) {
        continue;
      }
      if (connection.state() == Connection.State.BROKEN || system.isEmpty()) {
        done.add(
            new Done(
                tally,
                tally.result(
                    State.FAILED,
                    "The connection no longer holds; connect anew: " + connection.error())));
      } else {
        done.add(perform(run, tally, new PostingsSystem(connection, system.get(), rows), progress));
      }
    }
    if (done.isEmpty()) {
      Tally tally = tally(ReconcileStep.POSTINGS_SYSTEM, null, progress);
      done.add(skipped(tally, "No accounting system is connected."));
    }
    return done;
  }

  private static Tally tally(ReconcileStep step, String connectionId, Progress progress) {
    return new Tally(step, connectionId, progress.done::addAndGet);
  }

  private static Done skipped(Tally tally, String reason) {
    return new Done(tally, tally.result(State.SKIPPED, reason));
  }

  private Done perform(Reconciliation run, Tally tally, Comparison comparison, Progress progress) {
    String name = tally.step().slug();
    if (tally.connectionId() != null) {
      name += " of " + tally.connectionId();
    }
    progress.step.set(name);
    try {
      Optional<String> nothing = comparison.compare(run.scope(), tally);
      StepResult result =
          tally.result(nothing.isEmpty() ? State.DONE : State.SKIPPED, nothing.orElse(null));
      LOG.info(
          "Reconciliation {} {}: {} of {} expected, {} of {} found, {} variances",
          run.id(),
          name,
          result.total().expected().count(),
          Figure.plain(result.total().expected().amount()),
          result.total().found().count(),
          Figure.plain(result.total().found().amount()),
          result.variances());
      return new Done(tally, result);
    } catch (RuntimeException e) {
      LOG.warn("Reconciliation {} {} could not be done", run.id(), name, e);
      return new Done(tally, tally.result(State.FAILED, reason(e)));
    }
  }

  private static String reason(RuntimeException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private void end(
      Reconciliation run, String currency, List<Done> done, String error, Progress progress) {
    progress.step.set("writes what it found");
    Map<String, ZoneId> zones = properties.zones(run.scope().company());
    String failed =
        error != null
            ? error
            : done.stream()
                .map(Done::result)
                .filter(each -> each.state() == State.FAILED)
                .map(each -> each.step().slug() + ": " + each.reason())
                .findFirst()
                .orElse(null);
    rows.run(
        run.scope().company(),
        () -> {
          VarianceStore store = new VarianceStore(rows.jdbc(), run, parts.clock().instant());
          VarianceStore.Counts counts = new VarianceStore.Counts(0, 0, 0);
          for (Done each : done) {
            boolean settle = each.result().state() == State.DONE && each.tally().complete();
            counts = counts.plus(store.take(each.tally(), currency, settle));
          }
          ReconciliationState state =
              failed != null
                  ? ReconciliationState.FAILED
                  : counts.open() > 0 ? ReconciliationState.VARIANCES : ReconciliationState.MATCHED;
          List<StepResult> steps = done.stream().map(Done::result).toList();
          if (!runs.end(run, state, currency, steps, counts, failed, progress.done())) {
            throw new IllegalStateException("Reconciliation " + run.id() + " was ended meanwhile.");
          }
          if (failed == null) {
            properties.reconciled(run, zones);
          }
          LOG.info(
              "Reconciliation {} of {}, {} to {}: {}, {} open, {} explained, {} resolved",
              run.id(),
              run.scope().company(),
              run.scope().first(),
              run.scope().last(),
              state.slug(),
              counts.open(),
              counts.explained(),
              counts.resolved());
        });
  }
}
