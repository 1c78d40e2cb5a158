package dev.camelentrata.accounting.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.quickbooks.QuickBooksFactory;
import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.CallLimiters;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.Entries;
import dev.camelentrata.accounting.system.PostgresCallLimiter;
import dev.camelentrata.accounting.system.SendOutcome;
import dev.camelentrata.accounting.system.SystemFactory;
import dev.camelentrata.accounting.system.SystemHttp;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.accounting.system.SystemLimits;
import dev.camelentrata.accounting.xero.XeroFactory;
import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.sandbox.SandboxPortal;
import dev.camelentrata.sandbox.SandboxSettings;
import dev.camelentrata.security.AesSecretBox;
import dev.camelentrata.security.MasterKey;
import dev.camelentrata.security.SecretBox;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two replicas that send entries through one connection when its access token ends. */
class TwoReplicasIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final int BATCH = 20;

  private final Clock clock = Clock.systemUTC();
  private final SecretBox box = new AesSecretBox(MasterKey.random());
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private SandboxPortal sandbox;
  private SandboxPerson person;
  private SystemHttp http;

  @BeforeEach
  void open() {
    sandbox = SandboxPortal.start(SandboxSettings.defaults().withPort(0).withSize(1, 2), clock);
    person = new SandboxPerson(sandbox.baseUri());
    http = new SystemHttp();
  }

  @AfterEach
  void close() throws Exception {
    threads.shutdownNow();
    http.close();
    sandbox.close();
  }

  private ConnectBeans replica() {
    CallLimiters limiters =
        (connection, limits) ->
            new PostgresCallLimiter(DATABASE.dataSource(), connection, limits, clock);
    Map<SystemKind, SystemFactory> factories =
        Map.of(
            SystemKind.QUICKBOOKS,
            new QuickBooksFactory(
                person.at("/quickbooks"), http, limiters, SystemLimits.quickBooks(), clock),
            SystemKind.XERO,
            new XeroFactory(
                person.at("/xero/api.xro/2.0"), http, limiters, SystemLimits.xero(), clock));
    return ConnectBeans.of(DATABASE.dataSource(), box, person.systems(), factories, clock);
  }

  @ParameterizedTest
  @EnumSource(SystemKind.class)
  void renewTheTokenOnceAndLoseNoEntryAndDoubleNone(SystemKind kind) throws Exception {
    try (ConnectBeans one = replica();
        ConnectBeans other = replica()) {
      Connection connection = person.connects(one, kind);
      List<AccountingSystem> systems =
          List.of(
              one.systems().system("sandbox", connection.id()).orElseThrow(),
              other.systems().system("sandbox", connection.id()).orElseThrow());
      send(systems, 0);
      person.control(kind, "expire");

      send(systems, 2 * BATCH);

      JsonNode books = person.books(kind);
      assertThat(books.path("entries").asInt()).isEqualTo(4 * BATCH);
      assertThat(books.at("/counters/unauthorized").asInt()).isPositive();
      assertThat(books.at("/counters/refreshes").asInt()).isEqualTo(1);
      assertThat(books.at("/counters/refreshReuses").asInt()).isZero();
      assertThat(books.at("/counters/refusedByLimits").asInt()).isZero();
    }
  }

  /** Both at once, each a batch of its own. */
  private void send(List<AccountingSystem> systems, int from) throws Exception {
    List<Callable<List<SendOutcome>>> batches =
        List.of(
            () -> systems.get(0).send(Entries.rents(from, BATCH)),
            () -> systems.get(1).send(Entries.rents(from + BATCH, BATCH)));
    for (Future<List<SendOutcome>> batch : threads.invokeAll(batches)) {
      assertThat(batch.get())
          .hasSize(BATCH)
          .allMatch(outcome -> outcome.result() == SendOutcome.Result.TAKEN);
    }
  }
}
