package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.accounting.BooksSource;
import dev.camelentrata.accounting.LedgerMirror;
import dev.camelentrata.accounting.Periods;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingPlanner;
import dev.camelentrata.accounting.Postings;
import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.mirror.RowSecurity;
import dev.camelentrata.mirror.SettableClock;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.model.BankDeposit;
import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.resource.SortText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A company with two properties, its mirror, journal and books; each test has one of its own. */
final class ReconcileHouse implements AutoCloseable {

  static final Set<String> MODULES = Set.of("general_journalxxx", "users_groupsxxx");
  static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  static final LocalDate LAST = LocalDate.of(2026, 11, 30);

  final String company;
  final FakeBooks books = new FakeBooks();
  final FakePortalLedger portal = new FakePortalLedger();
  final SettableClock clock = new SettableClock(Instant.parse("2026-12-01T12:00:00Z"));
  final Viewer viewer;
  final Variances variances;
  final ReconcileEngine engine;
  final CompanyRows rows;
  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final BooksSource codes;

  /** The portal's own ledgers. */
  static final class FakePortalLedger implements PortalLedger {
    final Map<String, LedgerLine> lines = new HashMap<>();
    boolean readable = true;
    RuntimeException failure;

    @Override
    public boolean readable(String company) {
      return readable;
    }

    @Override
    public void read(String company, String propertyId, Consumer<LedgerLine> taker) {
      if (failure != null) {
        throw failure;
      }
      lines.values().stream().filter(each -> each.propertyId().equals(propertyId)).forEach(taker);
    }
  }

  ReconcileHouse(DatabaseFixture database, String company) {
    this(database.dataSource(), company);
  }

  ReconcileHouse(DataSource dataSource, String company) {
    this.company = company;
    this.viewer = new Viewer(company, Set.of("1001", "1002"), MODULES);
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.codes = BooksSource.of(file(company));
    this.rows = new CompanyRows(dataSource);
    this.engine = engine(dataSource);
    this.variances = new PostgresVariances(rows, repair());
    as(this::begin);
  }

  /** Another replica on the same database. */
  ReconcileEngine engine(DataSource dataSource) {
    CompanyRows others = new CompanyRows(dataSource);
    return new ReconcileEngine(
        new Reconciler.Parts(others, codes, portal, books, clock),
        new RunRows(others, clock),
        repair(),
        new ReconcileSettings(Set.of(company), 1, Duration.ofSeconds(20)),
        Runnable::run);
  }

  private VarianceRepair repair() {
    return new VarianceRepair(rows, books, books);
  }

  static Path file(String company) {
    try {
      Path file = Files.createTempFile("charge-codes", ".yaml");
      file.toFile().deleteOnExit();
      String yaml = Files.readString(Path.of("routes", "accounting", "charge-codes.yaml"));
      yaml = yaml.replace("\n  sandbox:", "\n  " + company + ":");
      if (!yaml.contains("    banks:")) {
        yaml = yaml.replace("    codes:", "    banks: { \"4821\": \"1010\" }\n    codes:");
      }
      return Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin() {
    for (String property : List.of("1001", "1002")) {
      insert("properties", property, null, "x", "{\"timeZone\": \"America/Denver\"}", 1);
      jdbc.sql(
              "insert into freshness (company, resource, property_id, as_of, complete_as_of)"
                  + " values (?, 'ledger-transactions', ?, now(), now())")
          .params(company, property)
          .update();
      jdbc.sql(
              """
              insert into posting_start (company, property_id, resource, first_month, begun_at,
                swept_to)
              select ?, ?, resource, '2026-11-01', now(), now()
              from unnest(array['ledger-transactions', 'bank-deposits']) resource
              """)
          .params(company, property)
          .update();
    }
    for (String code : List.of("base-rent", "parking-permit-fee", "payment", "security-deposit")) {
      insert("charge-codes", "c-" + code, null, "x", "{\"code\": \"" + code + "\"}", 1);
    }
  }

  /** A month in which nothing is wrong: rent and parking, their payments, a deposit of these. */
  void month() {
    for (String property : List.of("1001", "1002")) {
      for (int day = 1; day <= 30; day++) {
        String on = String.format(Locale.ROOT, "2026-11-%02d", day);
        String id = property + "-" + day;
        tx("r" + id, property, "charge", "base-rent", on, "900." + (10 + day));
        tx("p" + id, property, "charge", "parking-permit-fee", on, "45.00");
        tx("x" + id, property, "payment", "payment", on, "-900." + (10 + day));
        deposit("d" + id, property, on, "900." + (10 + day), "x" + id);
      }
    }
  }

  /** A ledger transaction, in the portal and in the mirror. */
  void tx(String id, String property, String type, String code, String day, String amount) {
    portal.lines.put(
        id,
        new LedgerLine(
            id, property, type, LocalDate.parse(day), "c-" + code, new BigDecimal(amount)));
    mirror(id, property, type, code, day, amount);
  }

  /** One that the mirror has, whatever the portal says. */
  void mirror(String id, String property, String type, String code, String day, String amount) {
    String data =
        """
        {"id": "%s", "type": "%s", "chargeCodeId": "c-%s", "postedOn": "%s", "postMonth": "%s",
         "amount": {"amount": "%s", "currency": "USD"}, "balance": null, "reversalOf": null,
         "reversedBy": null, "temporary": false, "allocations": []}
        """
            .formatted(id, type, code, day, day.substring(0, 7), amount);
    as(() -> insert("ledger-transactions", id, property, SortText.of(day, id), data, 1));
  }

  void deposit(String id, String property, String day, String amount, String... payments) {
    String data =
        """
        {"id": "%s", "bankAccount": "4821", "status": "deposited", "depositedOn": "%s",
         "amount": {"amount": "%s", "currency": "USD"}, "paymentCount": %d,
         "transactionIds": [%s]}
        """
            .formatted(
                id, day, amount, payments.length, "\"" + String.join("\", \"", payments) + "\"");
    as(() -> insert("bank-deposits", id, property, SortText.of(day, id), data, 1));
  }

  private void insert(
      String resource, String id, String property, String key, String data, int sequence) {
    jdbc.sql(
            """
            insert into %s (company, id, property_id, sort_key, data, sequence, first_seen_at,
              changed_at, as_of)
            values (?, ?, ?, ?, ?::json, ?, ?, ?, ?)
            on conflict (company, id) do update set sort_key = excluded.sort_key,
              data = excluded.data, changed_at = excluded.changed_at
            """
                .formatted("mirror_" + resource.replace('-', '_')))
        .params(company, id, property, key, data, sequence, time(), time(), time())
        .update();
  }

  private OffsetDateTime time() {
    return clock.instant().minusSeconds(60).atOffset(ZoneOffset.UTC);
  }

  void remove(String id) {
    sql("update mirror_ledger_transactions set removed_at = now() where id = '" + id + "'");
  }

  /** Posts all that is not posted yet, and has the books take it; gives what was posted. */
  List<Posting> post() {
    PostingPlanner planner = new PostingPlanner(codes.books(company).orElseThrow());
    List<Posting> posted = new ArrayList<>();
    for (String property : List.of("1001", "1002")) {
      List<Posting> before = new JournalRows(rows).ofDays(company, property, FIRST, LAST);
      List<LedgerTransaction> transactions = new ArrayList<>();
      List<BankDeposit> deposits = new ArrayList<>();
      as(
          () -> {
            LedgerMirror ledgers = new LedgerMirror(jdbc, company);
            ledgers.ledger(property, FIRST, LAST, row -> transactions.add(row.item()));
            ledgers.deposits(property, FIRST, LAST, row -> deposits.add(row.item()));
          });
      posted.addAll(planner.ledger(transactions, List.of(), before, Periods.OPEN).postings());
      posted.addAll(planner.bank(deposits, before, Periods.OPEN).postings());
    }
    Postings.of(dataSource, clock).append(company, posted);
    sql(
        """
        insert into posting_delivery (company, connection_id, reference, property_id, sequence,
          state, next_attempt_at, changed_at)
        select company, 'con_1', reference, property_id, sequence, 'confirmed', now(), now()
        from posting on conflict do nothing
        """);
    posted.forEach(books::take);
    return posted;
  }

  /** Reconciles the month and gives how it ended. */
  Reconciliation reconcile() {
    return reconcile(null, false);
  }

  Reconciliation reconcile(String property, boolean repair) {
    clock.forward(Duration.ofMinutes(1));
    Reconciliation run =
        engine.start(viewer, new ReconciliationOrder(FIRST, LAST, property, repair));
    return engine.find(viewer, run.id()).orElseThrow();
  }

  /** Those that are not resolved, each as step, kind and what it is about. */
  List<Variance> open() {
    return variances.list(
        viewer, new VarianceQuery(null, null, null, VarianceState.OPEN, null), null, 500);
  }

  List<String> events() {
    return as(
        () ->
            jdbc.sql("select type from event where company = ? order by position")
                .param(company)
                .query(String.class)
                .list());
  }

  void sql(String sql) {
    as(() -> jdbc.sql(sql).update());
  }

  void as(Runnable action) {
    as(
        () -> {
          action.run();
          return null;
        });
  }

  <T> T as(Supplier<T> action) {
    return transaction.execute(
        status -> {
          RowSecurity.write(jdbc, company);
          return action.get();
        });
  }

  @Override
  public void close() {
    engine.close();
  }
}
