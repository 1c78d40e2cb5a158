package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.accounting.BooksSource;
import dev.camelentrata.accounting.system.AccountingSystems;
import dev.camelentrata.accounting.system.Deliveries;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;

/** Wires reconciliations: the step under the name that {@code routes/accounting} calls it by. */
public final class ReconcileBeans implements AutoCloseable {

  private final ReconcileEngine engine;
  private final ExecutorService workers;
  private final ReconcileSource source;

  private ReconcileBeans(ReconcileEngine engine, ExecutorService workers, ReconcileSource source) {
    this.engine = engine;
    this.workers = workers;
    this.source = source;
  }

  /**
   * Binds the step to the registry; to be called before the routes are loaded.
   *
   * @param sessions the portal session with which a company is read; empty if there is none
   */
  public static ReconcileBeans bind(
      CamelContext camel,
      DataSource dataSource,
      BooksSource books,
      AccountingSystems systems,
      Deliveries deliveries,
      Function<String, Optional<String>> sessions,
      ReconcileSettings settings,
      Clock clock) {
    CompanyRows rows = new CompanyRows(dataSource);
    VarianceRepair repairs = new VarianceRepair(rows, systems, deliveries);
    ExecutorService workers =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "entrata-reconcile");
              thread.setDaemon(true);
              return thread;
            });
    ReconcileEngine engine =
        new ReconcileEngine(
            new Reconciler.Parts(
                rows,
                books,
                new RouteLedger(camel.createProducerTemplate(), sessions),
                systems,
                clock),
            new RunRows(rows, clock),
            repairs,
            settings,
            workers);
    camel.getRegistry().bind("reconcileNightly", (Processor) exchange -> engine.nightly());
    return new ReconcileBeans(
        engine, workers, new ReconcileSource(engine, new PostgresVariances(rows, repairs)));
  }

  public ReconcileSource source() {
    return source;
  }

  @Override
  public void close() {
    workers.shutdownNow();
    engine.close();
  }
}
