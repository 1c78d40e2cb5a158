package dev.camelentrata.accounting.post;

import dev.camelentrata.accounting.BooksSource;
import dev.camelentrata.accounting.BooksTransaction;
import dev.camelentrata.accounting.JournalQueries;
import dev.camelentrata.accounting.PlanDays;
import dev.camelentrata.accounting.Postings;
import dev.camelentrata.accounting.Preview;
import dev.camelentrata.accounting.WatchLedgers;
import dev.camelentrata.accounting.system.AccountingSystems;
import dev.camelentrata.event.EventSubscriptions;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;

/** Wires the books: what finds out what is to be posted, what posts it, what tells of it. */
public final class AccountingBeans implements AutoCloseable {

  private final PostingEngine engine;
  private final PlanDays planning;
  private final WatchLedgers watch;
  private final PostgresDeliveries deliveries;
  private final JournalQueries queries;
  private final Preview preview;

  private AccountingBeans(
      PostingEngine engine,
      PlanDays planning,
      WatchLedgers watch,
      PostgresDeliveries deliveries,
      JournalQueries queries,
      Preview preview) {
    this.engine = engine;
    this.planning = planning;
    this.watch = watch;
    this.deliveries = deliveries;
    this.queries = queries;
    this.preview = preview;
  }

  /**
   * Makes all, and binds the steps of {@code routes/accounting}.
   *
   * @param ends is told of what cannot be posted
   * @throws dev.camelentrata.portal.map.PortalMapException if the file of charge codes has mistakes
   */
  public static AccountingBeans of(
      CamelContext camel,
      DataSource dataSource,
      AccountingSystems systems,
      PostingEnds ends,
      AccountingSettings settings,
      Clock clock) {
    return of(camel, new RouteSystemCalls(camel), dataSource, systems, ends, settings, clock);
  }

  static AccountingBeans of(
      CamelContext camel,
      SystemCalls calls,
      DataSource dataSource,
      AccountingSystems systems,
      PostingEnds ends,
      AccountingSettings settings,
      Clock clock) {
    BooksTransaction writing = new BooksTransaction(dataSource, clock);
    Postings postings = Postings.of(dataSource, clock);
    BooksSource books = BooksSource.of(settings.chargeCodes());
    DeliveryQueue queue = new DeliveryQueue(writing, postings, ends, settings.lease());
    PostingEngine engine =
        new PostingEngine(queue, systems, calls, new LockDates(clock), settings, writing);
    AccountingBeans beans =
        new AccountingBeans(
            engine,
            new PlanDays(writing, postings, books, ends),
            new WatchLedgers(writing, new EventSubscriptions(dataSource), books, settings.from()),
            new PostgresDeliveries(writing, queue, engine::wake),
            new JournalQueries(writing),
            new Preview(writing, postings, books));
    beans.bind(camel, settings);
    return beans;
  }

  private void bind(CamelContext camel, AccountingSettings settings) {
    Set<String> companies = settings.enabled() ? settings.companies() : Set.of();
    bind(camel, "planPostings", companies, "Entries", this::plan);
    bind(camel, "sweepLedgers", companies, "Changes", this::sweep);
    bind(camel, "planAllPostings", companies, "All entries", this::planAll);
    bind(camel, "sendDuePostings", companies, "Sending", engine::send);
    bind(camel, "lookUpPostings", companies, "Looking up", engine::lookUp);
    camel.getRegistry().bind("sendPostings", new SendPostings());
    camel.getRegistry().bind("findPostings", new FindPostings());
  }

  private static void bind(
      CamelContext camel,
      String step,
      Set<String> companies,
      String what,
      Consumer<String> action) {
    camel.getRegistry().bind(step, new EachCompany(companies, what, action));
  }

  /** Plans what events and edited charge codes tell of; sends what is new. */
  void plan(String company) {
    if (engine.connected(company)) {
      watch.look(company);
      if (planning.due(company) > 0) {
        engine.wake(company);
      }
    }
  }

  void sweep(String company) {
    if (engine.connected(company)) {
      watch.sweep(company);
    }
  }

  /** Compares all that goes to the books with what is posted; the next planning does the work. */
  void planAll(String company) {
    if (engine.connected(company)) {
      watch.all(company);
    }
  }

  public PostingEngine engine() {
    return engine;
  }

  public PostgresDeliveries deliveries() {
    return deliveries;
  }

  public JournalQueries queries() {
    return queries;
  }

  public Preview preview() {
    return preview;
  }

  /** Has what is stopped of a property planned again at once; whether something is. */
  public boolean planAgain(String company, String propertyId) {
    return watch.again(company, propertyId);
  }

  @Override
  public void close() {
    engine.close();
  }
}
