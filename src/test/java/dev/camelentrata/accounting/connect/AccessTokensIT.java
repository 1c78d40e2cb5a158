package dev.camelentrata.accounting.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.accounting.system.AccessTokenSource;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.ConnectionBrokenException;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.accounting.system.TokenUnavailableException;
import dev.camelentrata.database.DatabaseFixture;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Access tokens, renewed once among all replicas, by refresh tokens that are good once. */
class AccessTokensIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private ConnectHouse house;

  @BeforeEach
  void open() throws Exception {
    house = new ConnectHouse(DATABASE);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  @Test
  void renewsATokenTwoMinutesBeforeItsEnd() {
    AccessTokenSource tokens = house.tokens(house.quickBooks());
    String first = tokens.token();
    house.clock.advance(Duration.ofMinutes(57));
    assertThat(tokens.token()).isEqualTo(first);

    house.clock.advance(Duration.ofMinutes(1));

    assertThat(tokens.token()).isNotEqualTo(first);
    assertThat(house.server.refreshes).hasValue(1);
  }

  @Test
  void twoReplicasAndManyThreadsRefreshOnce() throws Exception {
    Connection connection = house.quickBooks();
    house.clock.advance(Duration.ofHours(2));
    List<AccessTokenSource> sources =
        List.of(house.tokens(connection), house.replica().tokens().tokens(connection));
    house.server.gate = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<String>> asked = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        AccessTokenSource source = sources.get(i % 2);
        asked.add(threads.submit((Callable<String>) source::token));
      }
      Awaitility.await().until(() -> waiting() == 1);
      house.server.gate.countDown();
      String token = asked.get(0).get();
      for (Future<String> each : asked) {
        assertThat(each.get()).isEqualTo(token);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(house.server.refreshes).hasValue(1);
    assertThat(house.server.reused).hasValue(0);
  }

  /** Transactions that wait for another one's row. */
  private static int waiting() {
    return DATABASE
        .jdbcClient()
        .sql(
            "select count(*) from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock'")
        .query(Integer.class)
        .single();
  }

  @Test
  void renewsARefusedTokenUnlessSomebodyElseDid() {
    Connection connection = house.quickBooks();
    AccessTokenSource one = house.tokens(connection);
    AccessTokenSource other = house.replica().tokens().tokens(connection);
    String refused = one.token();
    assertThat(other.token()).isEqualTo(refused);

    String renewed = one.renewed(refused);

    assertThat(other.renewed(refused)).isEqualTo(renewed).isNotEqualTo(refused);
    assertThat(house.server.refreshes).hasValue(1);
  }

  @Test
  void breaksOffWhenTheSystemTookItsPermissionBack() {
    List<Connection> both = house.connected(SystemKind.XERO);
    AccessTokenSource tokens = house.tokens(both.get(0));
    house.clock.advance(Duration.ofHours(2));
    house.server.failure = "400 {\"error\": \"invalid_grant\"}";

    assertThatThrownBy(tokens::token)
        .isInstanceOf(ConnectionBrokenException.class)
        .hasMessage(
            "Xero took its permission back (invalid_grant). Connect anew with POST"
                + " /accounting/connections.");

    assertThat(house.connect.systems().connections("sandbox"))
        .extracting(Connection::state)
        .containsOnly(Connection.State.BROKEN);
    assertThat(house.latest(both.get(1)).error()).contains("Connect anew");
    assertThatThrownBy(tokens::token).isInstanceOf(ConnectionBrokenException.class);
    assertThat(house.server.refreshes).hasValue(1);
    assertThat(house.connected(SystemKind.XERO).get(0).id()).isEqualTo(both.get(0).id());
    assertThat(tokens.token()).startsWith("access-");
  }

  @Test
  void triesTheOldTokenAgainWhenTheAnswerWasLost() {
    AccessTokenSource tokens = house.tokens(house.quickBooks());
    house.clock.advance(Duration.ofHours(2));
    house.server.losesAnswers = true;
    assertThatThrownBy(tokens::token)
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessageContaining("gave no answer");
    house.server.losesAnswers = false;
    house.server.keep("refresh-2");

    assertThat(tokens.token()).startsWith("access-");
    assertThat(house.server.refreshes).hasValue(2);
  }

  /** As if the process had ended after the system's answer and before the commit. */
  @Test
  void handsOutNoTokenThatIsNotKeptAndGoesOnWithTheOldOne() throws SQLException {
    AccessTokenSource tokens = house.tokens(house.quickBooks());
    String first = tokens.token();
    house.clock.advance(Duration.ofHours(2));
    house.owner(
        "create function fall() returns trigger language plpgsql as"
            + " $$ begin raise exception 'fell over'; end $$",
        "create constraint trigger falls after update on accounting_grant"
            + " deferrable initially deferred for each row execute function fall()");
    try {
      assertThatThrownBy(tokens::token).hasStackTraceContaining("fell over");
    } finally {
      house.owner("drop trigger falls on accounting_grant", "drop function fall()");
    }
    assertThat(house.server.refreshes).hasValue(1);
    house.server.keep("refresh-2");

    assertThat(tokens.token()).startsWith("access-").isNotEqualTo(first);
    assertThat(house.server.refreshes).hasValue(2);
    assertThat(house.server.reused).hasValue(0);
  }

  @Test
  void goesOnWithATokenThatIsStillGoodWhileTheSystemDoesNotAnswer() {
    AccessTokenSource tokens = house.tokens(house.quickBooks());
    String first = tokens.token();
    house.clock.advance(Duration.ofMinutes(59));
    house.server.failure = "503 {}";

    assertThat(tokens.token()).isEqualTo(first);
    house.clock.advance(Duration.ofMinutes(1));
    house.server.failure = "401 {\"error\": \"invalid_client\"}";
    assertThatThrownBy(tokens::token)
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessageContaining("client-id and client-secret must be checked");
    assertThat(tokens.token()).isNotEqualTo(first);
  }
}
