package dev.camelentrata.accounting.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.PostingState;
import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.AccountingSystems;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.HeldEntry;
import dev.camelentrata.accounting.system.SendOutcome;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.mirror.MirrorHouse;
import dev.camelentrata.mirror.RowSecurity;
import dev.camelentrata.mirror.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The books of a company in a database, connected with books in memory. */
final class BooksHouse implements AutoCloseable {

  static final String CONNECTION = "con_1";

  final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T08:00:00Z"));
  final FakeBooks system = new FakeBooks();
  final Ends ends = new Ends();
  private final AccountingSystem books;
  final String company;
  final Path file;
  final LedgerHouse ledger;
  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private volatile Connection.State state = Connection.State.CONNECTED;
  private AccountingBeans beans;

  /** What was told of entries that did not go their way. */
  static final class Ends implements PostingEnds {

    final Map<String, List<String>> stopped = new ConcurrentHashMap<>();
    final Map<String, String> failed = new ConcurrentHashMap<>();

    @Override
    public void stopped(String company, String propertyId, int journals, List<String> reasons) {
      stopped.put(propertyId, reasons);
    }

    @Override
    public void resumed(String company, String propertyId) {
      stopped.remove(propertyId);
    }

    @Override
    public void failed(String connectionId, Posting posting, String error, int attempts) {
      failed.put(posting.reference().digest(), error);
    }

    @Override
    public void confirmed(String company, String connectionId, String reference) {
      failed.remove(reference);
    }
  }

  BooksHouse(DataSource dataSource, String company, Path folder) {
    this(dataSource, company, folder, null);
  }

  /** With books elsewhere than in memory. */
  BooksHouse(
      DataSource dataSource,
      String company,
      Path folder,
      Function<Clock, AccountingSystem> elsewhere) {
    this.company = company;
    this.books = elsewhere == null ? system : elsewhere.apply(clock);
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.file = folder.resolve("charge-codes.yaml");
    codes("");
    this.ledger = new LedgerHouse(company, new MirrorHouse(dataSource, clock)).readCodes();
    this.beans = replica();
  }

  /** Writes the file of charge codes, the project's own with these lines added to the codes. */
  void codes(String lines) {
    try {
      String text =
          Files.readString(Path.of("routes", "accounting", "charge-codes.yaml"))
              .replace("  sandbox:", "  " + company + ":")
              .replace("    codes:\n", "    codes:\n" + lines);
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has charges sent as invoices, and what pays them as payments. */
  BooksHouse invoices() {
    try {
      Files.writeString(
          file,
          Files.readString(file)
              .replace("entries: daily ", "documents: invoice\n    entries: transaction "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    beans.close();
    beans = replica();
    return this;
  }

  /** Has the company's income count when it is paid. */
  void onCashBasis() {
    try {
      Files.writeString(file, Files.readString(file).replace("basis: accrual ", "basis: cash "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another process on the same database. */
  AccountingBeans replica() {
    return AccountingBeans.of(
        new DefaultCamelContext(),
        new SystemCalls() {
          @Override
          public List<SendOutcome> send(
              Connection connection, AccountingSystem system, List<LeasedEntry> entries) {
            try {
              return system.send(entries.stream().map(LeasedEntry::outgoing).toList());
            } catch (RuntimeException e) {
              return Collections.nCopies(entries.size(), SendOutcome.uncertain(e.getMessage()));
            }
          }

          @Override
          public Map<PostingReference, HeldEntry> find(
              Connection connection, AccountingSystem system, List<Posting> postings) {
            return system.findAll(postings);
          }
        },
        dataSource,
        new Systems(),
        ends,
        new AccountingSettings(
            true,
            Set.of(company),
            file,
            Optional.of(YearMonth.of(2026, 10)),
            2,
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            false),
        clock);
  }

  private final class Systems implements AccountingSystems {

    @Override
    public List<Connection> connections(String name) {
      return List.of(
          new Connection(
              CONNECTION,
              company,
              SystemKind.QUICKBOOKS,
              "1",
              "Acme",
              state,
              null,
              clock.instant()));
    }

    @Override
    public Optional<AccountingSystem> system(String name, String connectionId) {
      return state == Connection.State.CONNECTED ? Optional.of(books) : Optional.empty();
    }
  }

  void connection(Connection.State state) {
    this.state = state;
  }

  AccountingBeans beans() {
    return beans;
  }

  /** Goes the whole way once: reads the ledgers into the mirror, plans, sends. */
  void post() {
    ledger.read();
    plan();
    send();
  }

  void plan() {
    beans.sweep(company);
    beans.plan(company);
  }

  /** Sends until all is idle. */
  void send() {
    beans.engine().send(company);
    idle(beans);
  }

  /** Looks up until all is idle. */
  void lookUp() {
    beans.engine().lookUp(company);
    idle(beans);
  }

  static void idle(AccountingBeans beans) {
    try {
      assertThat(beans.engine().awaitIdle(Duration.ofSeconds(30))).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many entries stand how. */
  Map<PostingState, Integer> states() {
    Map<PostingState, Integer> states = new TreeMap<>();
    new TransactionTemplate(new JdbcTransactionManager(dataSource))
        .executeWithoutResult(
            status -> {
              RowSecurity.write(jdbc, company);
              jdbc.sql("select state, count(*) from posting_delivery group by state")
                  .query(
                      row -> {
                        states.put(PostingState.ofSlug(row.getString(1)), row.getInt(2));
                      });
            });
    return states;
  }

  int count(String from) {
    return new TransactionTemplate(new JdbcTransactionManager(dataSource))
        .execute(
            status -> {
              RowSecurity.write(jdbc, company);
              return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
            });
  }

  String text(String sql) {
    return new TransactionTemplate(new JdbcTransactionManager(dataSource))
        .execute(
            status -> {
              RowSecurity.write(jdbc, company);
              return jdbc.sql(sql).query(String.class).single();
            });
  }

  int update(String sql) {
    return new TransactionTemplate(new JdbcTransactionManager(dataSource))
        .execute(
            status -> {
              RowSecurity.write(jdbc, company);
              return jdbc.sql(sql).update();
            });
  }

  @Override
  public void close() {
    beans.close();
  }
}
