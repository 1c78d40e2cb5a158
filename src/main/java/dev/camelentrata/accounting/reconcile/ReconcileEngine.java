package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.accounting.BooksSource;
import dev.camelentrata.mirror.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes reconciliations, one at a time of each company, over all replicas. Safe for use by many
 * threads.
 */
final class ReconcileEngine implements Reconciliations, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReconcileEngine.class);

  private final String owner = UUID.randomUUID().toString();
  private final Reconciler reconciler;
  private final RunRows runs;
  private final CompanyProperties properties;
  private final VarianceRepair repairs;
  private final BooksSource books;
  private final ReconcileSettings settings;
  private final Clock clock;
  private final Executor workers;
  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "entrata-reconcile-pulse");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param workers on which reconciliations are made that somebody asked for
   */
  ReconcileEngine(
      Reconciler.Parts parts,
      RunRows runs,
      VarianceRepair repairs,
      ReconcileSettings settings,
      Executor workers) {
    this.reconciler = new Reconciler(parts, runs);
    this.runs = runs;
    this.properties = new CompanyProperties(parts.rows());
    this.repairs = repairs;
    this.books = parts.books();
    this.settings = settings;
    this.workers = workers;
    this.clock = parts.clock();
  }

  @Override
  public Reconciliation start(Viewer viewer, ReconciliationOrder order) {
    Collection<String> all = properties.zones(viewer.company()).keySet();
    boolean one = order.propertyId() != null;
    List<String> wanted =
        one
            ? List.of(order.propertyId())
            : all.stream().filter(viewer.propertyIds()::contains).toList();
    boolean whole = !one && viewer.propertyIds().containsAll(all);
    Scope scope = new Scope(viewer.company(), wanted, whole, order.first(), order.last());
    Reconciliation run = begin(scope, "request", order.repair());
    workers.execute(() -> perform(run));
    return run;
  }

  /** Reconciles what was yesterday at each property, and the days before it that are set. */
  void nightly() {
    for (String company : settings.companies().stream().sorted().toList()) {
      if (books.books(company).isPresent()) {
        try {
          nightly(company);
        } catch (ReconciliationRunningException e) {
          LOG.warn("The nightly reconciliation of {} is left out: {}", company, e.getMessage());
        }
      }
    }
  }

  private void nightly(String company) {
    Map<String, ZoneId> zones = properties.zones(company);
    if (zones.isEmpty()) {
      LOG.info("The mirror has no properties of {} to reconcile yet", company);
      return;
    }
    Instant now = clock.instant();
    List<LocalDate> yesterdays =
        zones.values().stream().map(zone -> now.atZone(zone).toLocalDate().minusDays(1)).toList();
    LocalDate first = yesterdays.stream().min(Comparator.naturalOrder()).orElseThrow();
    LocalDate last = yesterdays.stream().max(Comparator.naturalOrder()).orElseThrow();
    Scope scope =
        new Scope(
            company,
            List.copyOf(zones.keySet()),
            true,
            first.minusDays(settings.days() - 1L),
            last);
    perform(begin(scope, "nightly", false));
  }

  private Reconciliation begin(Scope scope, String trigger, boolean repair) {
    Reconciliation run =
        runs.begin(scope, trigger, repair, owner, settings.deadAfter())
            .orElseThrow(
                () ->
                    new ReconciliationRunningException(runs.running(scope.company()).orElse(null)));
    LOG.info(
        "Reconciliation {} of {}, {} to {}, {} properties, begins",
        run.id(),
        scope.company(),
        scope.first(),
        scope.last(),
        scope.propertyIds().size());
    return run;
  }

  private void perform(Reconciliation run) {
    String company = run.scope().company();
    Reconciler.Progress progress = new Reconciler.Progress();
    long every = settings.heartbeat().toMillis();
    ScheduledFuture<?> beat =
        pulse.scheduleWithFixedDelay(
            () -> beat(run, progress), every, every, TimeUnit.MILLISECONDS);
    try {
      reconciler.perform(run, progress);
    } catch (RuntimeException | Error e) {
      LOG.error("Reconciliation {} failed", run.id(), e);
      failed(run, progress);
      return;
    } finally {
      beat.cancel(false);
    }
    if (run.repair()) {
      runs.repaired(company, run.id(), repairs.repairAll(run));
    }
  }

  private void beat(Reconciliation run, Reconciler.Progress progress) {
    try {
      runs.alive(run.scope().company(), run.id(), progress.done(), progress.step());
      LOG.info("Reconciliation {} {}: {} looked at", run.id(), progress.step(), progress.done());
    } catch (RuntimeException e) {
      LOG.warn("Reconciliation {} could not tell how far it is", run.id(), e);
    }
  }

  private void failed(Reconciliation run, Reconciler.Progress progress) {
    try {
      runs.fail(run, "It failed for a reason that is in the operator's log.", progress.done());
    } catch (RuntimeException e) {
      LOG.warn("Reconciliation {} could not be ended", run.id(), e);
    }
  }

  @Override
  public List<Reconciliation> list(
      Viewer viewer, ReconciliationState state, Long before, int limit) {
    runs.failDead(viewer.company(), owner, settings.deadAfter());
    return runs.list(viewer, state, before, limit);
  }

  @Override
  public Optional<Reconciliation> find(Viewer viewer, String id) {
    runs.failDead(viewer.company(), owner, settings.deadAfter());
    return runs.find(viewer, id);
  }

  /** Gives no more signs of life; what still runs is taken for dead after a while. */
  @Override
  public void close() {
    pulse.shutdownNow();
  }
}
