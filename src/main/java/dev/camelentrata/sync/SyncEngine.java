package dev.camelentrata.sync;

import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Performs sync runs: the scopes of a resource side by side, or all of them from one report, each
 * written by itself, so that a run that breaks off leaves whole scopes. Safe for use by many
 * threads.
 */
public final class SyncEngine implements SyncStarter, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);

  private final SyncAccounts accounts;
  private final ResourceCatalog catalog;
  private final SyncRuns runs;
  private final Function<MirrorScope, Optional<Instant>> readCompletely;
  private final ScopeReader reader;
  private final Duration overlap;
  private final Duration deadAfter;
  private final Clock clock;
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final ExecutorService readers;

  /**
   * @param readCompletely when a scope was last read completely; empty if never
   */
  SyncEngine(
      SyncAccounts accounts,
      ResourceCatalog catalog,
      SyncRuns runs,
      Function<MirrorScope, Optional<Instant>> readCompletely,
      ScopeReader reader,
      SyncSettings settings,
      Clock clock) {
    this.accounts = accounts;
    this.catalog = catalog;
    this.runs = runs;
    this.readCompletely = readCompletely;
    this.reader = reader;
    this.overlap = settings.overlap();
    this.deadAfter = settings.deadAfter();
    this.clock = clock;
    AtomicInteger number = new AtomicInteger();
    this.readers =
        Executors.newFixedThreadPool(
            settings.concurrency(),
            task -> {
              Thread thread = new Thread(task, "entrata-sync-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public SyncRun start(String company, String resource, SyncMode mode) {
    return resource.equals("*")
        ? startAll(company, mode)
        : start(company, catalog.named(resource), "request", mode);
  }

  /** Starts what is not running, and gives the run that was started last. */
  private SyncRun startAll(String company, SyncMode mode) {
    SyncRun last = null;
    SyncRunningException running = null;
    for (Resource resource : catalog.all()) {
      try {
        last = start(company, resource, "request", mode);
      } catch (SyncRunningException e) {
        running = e;
      }
    }
    if (last == null) {
      throw running;
    }
    return last;
  }

  /**
   * Starts a run of this resource for each company, as a schedule does; what runs already stays.
   */
  void startScheduled(String resource) {
    for (String company : accounts.companies()) {
      startQuietly(company, catalog.named(resource), "schedule", SyncMode.INCREMENTAL);
    }
  }

  /**
   * Starts complete runs of all resources. What is running or fails owes its complete run: the next
   * scheduled run is one.
   */
  void startComplete() {
    for (String company : accounts.companies()) {
      for (Resource resource : catalog.all()) {
        runs.owe(company, resource.name());
        startQuietly(company, resource, "schedule", SyncMode.COMPLETE);
      }
    }
  }

  /** Starts what was never read to its end. */
  public void startMissing() {
    for (String company : accounts.companies()) {
      for (Resource resource : catalog.all()) {
        if (runs.list(company, resource.name(), "succeeded", null, 1).isEmpty()) {
          startQuietly(company, resource, "start", SyncMode.COMPLETE);
        }
      }
    }
  }

  private void startQuietly(String company, Resource resource, String trigger, SyncMode mode) {
    try {
      start(company, resource, trigger, mode);
    } catch (SyncRunningException e) {
      LOG.info("Sync of {} {} is not started: {}", company, resource, e.getMessage());
    } catch (PortalException e) {
      LOG.warn("Sync of {} {} cannot start: {}", company, resource, e.getMessage());
      runs.begin(company, resource.name(), trigger, new SyncPlan(mode, false), 1, deadAfter)
          .ifPresent(
              run -> {
                runs.missed(run.id(), null, e.getMessage());
                runs.end(run.id());
              });
    }
  }

  private SyncRun start(String company, Resource resource, String trigger, SyncMode wanted) {
    String key = company + " " + resource;
    if (!running.add(key)) {
      throw running(company, resource);
    }
    try {
      PortalSession session = accounts.open(company);
      List<MirrorScope> scopes = scopes(company, resource, session);
      Optional<Instant> since = since(company, resource, wanted);
      SyncPlan plan = plan(company, resource, since, scopes);
      SyncRun run =
          runs.begin(company, resource.name(), trigger, plan, scopes.size(), deadAfter)
              .orElseThrow(() -> running(company, resource));
      SyncProgress progress = new SyncProgress(runs, run, clock, () -> running.remove(key));
      progress.started();
      if (plan.report()) {
        readers.execute(() -> readReport(scopes, session.id(), run.id(), progress));
      } else {
        for (MirrorScope scope : scopes) {
          Extent extent = extent(scope, since);
          readers.execute(() -> read(scope, extent, session.id(), run.id(), progress));
        }
      }
      return run;
    } catch (RuntimeException e) {
      running.remove(key);
      throw e;
    }
  }

  /** Since when changes are to be read; empty if all is. */
  private Optional<Instant> since(String company, Resource resource, SyncMode wanted) {
    return wanted == SyncMode.INCREMENTAL && accounts.ways(company, resource).changes()
        ? runs.changesSince(company, resource.name()).map(start -> start.minus(overlap))
        : Optional.empty();
  }

  private SyncPlan plan(
      String company, Resource resource, Optional<Instant> since, List<MirrorScope> scopes) {
    return since.isPresent()
        ? new SyncPlan(SyncMode.INCREMENTAL, false)
        : new SyncPlan(
            SyncMode.COMPLETE,
            resource.perProperty()
                && !scopes.isEmpty()
                && accounts.ways(company, resource).report());
  }

  /** A property that was never read completely has no changes yet: all of it is new. */
  private Extent extent(MirrorScope scope, Optional<Instant> since) {
    return since.isPresent() && readCompletely.apply(scope).isPresent()
        ? Extent.changedSince(since.get())
        : Extent.ALL;
  }

  private SyncRunningException running(String company, Resource resource) {
    return new SyncRunningException(
        resource.name(),
        runs.list(company, resource.name(), "running", null, 1).stream()
            .map(SyncRun::id)
            .findFirst()
            .orElse(null));
  }

  private static List<MirrorScope> scopes(
      String company, Resource resource, PortalSession session) {
    return resource.perProperty()
        ? session.propertyIds().stream().map(id -> new MirrorScope(company, resource, id)).toList()
        : List.of(new MirrorScope(company, resource, null));
  }

  /** What the report does not give is read scope by scope. */
  private void readReport(
      List<MirrorScope> scopes, String sessionId, String runId, SyncProgress progress) {
    Set<MirrorScope> left = new LinkedHashSet<>(scopes);
    String why;
    try {
      reader.readReport(
          new ReportOrder(
              scopes,
              sessionId,
              runId,
              (scope, result) -> {
                if (left.remove(scope)) {
                  progress.done(result);
                }
              }));
      why = "it left some out";
    } catch (RuntimeException e) {
      why = why(scopes.get(0), e);
    }
    if (!left.isEmpty()) {
      progress.fellBack(why, left.size());
      for (MirrorScope scope : left) {
        readers.execute(() -> read(scope, Extent.ALL, sessionId, runId, progress));
      }
    }
  }

  private void read(
      MirrorScope scope, Extent extent, String sessionId, String runId, SyncProgress progress) {
    try {
      progress.done(reader.read(scope, sessionId, extent, runId));
    } catch (RuntimeException e) {
      progress.missed(scope.propertyId(), why(scope, e));
    }
  }

  private static String why(MirrorScope scope, RuntimeException e) {
    if (e instanceof PortalException portal) {
      return portal.problem().slug() + ": " + portal.getMessage();
    }
    LOG.warn("Sync of {} could not write {}", scope.resource(), scope.propertyId(), e);
    return e.getClass().getSimpleName();
  }

  /** Lets readings under way end, for a few seconds, and starts no more. */
  @Override
  public void close() {
    readers.shutdownNow();
    try {
      readers.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
