package dev.camelentrata.sync;

import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Performs sync runs: the scopes of a resource side by side, each read completely and written by
 * itself, so that a run that breaks off leaves whole scopes. Safe for use by many threads.
 */
public final class SyncEngine implements SyncStarter, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);

  private final SyncAccounts accounts;
  private final ResourceCatalog catalog;
  private final SyncRuns runs;
  private final ScopeReader reader;
  private final Duration deadAfter;
  private final Clock clock;
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final ExecutorService readers;

  SyncEngine(
      SyncAccounts accounts,
      ResourceCatalog catalog,
      SyncRuns runs,
      ScopeReader reader,
      SyncSettings settings,
      Clock clock) {
    this.accounts = accounts;
    this.catalog = catalog;
    this.runs = runs;
    this.reader = reader;
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
  public SyncRun start(String company, String resource) {
    return resource.equals("*")
        ? startAll(company)
        : start(company, catalog.named(resource), "request");
  }

  /** Starts what is not running, and gives the run that was started last. */
  private SyncRun startAll(String company) {
    SyncRun last = null;
    SyncRunningException running = null;
    for (Resource resource : catalog.all()) {
      try {
        last = start(company, resource, "request");
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
      startQuietly(company, catalog.named(resource), "schedule");
    }
  }

  /** Starts what was never read to its end. */
  public void startMissing() {
    for (String company : accounts.companies()) {
      for (Resource resource : catalog.all()) {
        if (runs.list(company, resource.name(), "succeeded", null, 1).isEmpty()) {
          startQuietly(company, resource, "start");
        }
      }
    }
  }

  private void startQuietly(String company, Resource resource, String trigger) {
    try {
      start(company, resource, trigger);
    } catch (SyncRunningException e) {
      LOG.info("Sync of {} {} is not started: {}", company, resource, e.getMessage());
    } catch (PortalException e) {
      LOG.warn("Sync of {} {} cannot start: {}", company, resource, e.getMessage());
      runs.begin(company, resource.name(), trigger, 1, deadAfter)
          .ifPresent(
              run -> {
                runs.missed(run.id(), null, e.getMessage());
                runs.end(run.id());
              });
    }
  }

  private SyncRun start(String company, Resource resource, String trigger) {
    String key = company + " " + resource;
    if (!running.add(key)) {
      throw running(company, resource);
    }
    try {
      PortalSession session = accounts.open(company);
      List<MirrorScope> scopes = scopes(company, resource, session);
      SyncRun run =
          runs.begin(company, resource.name(), trigger, scopes.size(), deadAfter)
              .orElseThrow(() -> running(company, resource));
      SyncProgress progress = new SyncProgress(runs, run, clock, () -> running.remove(key));
      progress.started();
      for (MirrorScope scope : scopes) {
        readers.execute(() -> read(scope, session.id(), run.id(), progress));
      }
      return run;
    } catch (RuntimeException e) {
      running.remove(key);
      throw e;
    }
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

  private void read(MirrorScope scope, String sessionId, String runId, SyncProgress progress) {
    try {
      progress.done(reader.read(scope, sessionId, true, runId));
    } catch (RuntimeException e) {
      String why =
          e instanceof PortalException portal
              ? portal.problem().slug() + ": " + portal.getMessage()
              : e.getClass().getSimpleName();
      if (!(e instanceof PortalException)) {
        LOG.warn("Sync of {} could not write {}", scope.resource(), scope.propertyId(), e);
      }
      progress.missed(scope.propertyId(), why);
    }
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
