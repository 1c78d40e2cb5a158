package dev.camelentrata.accounting.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.accounting.connect.ConnectFailedException.Reason;
import dev.camelentrata.accounting.system.AccessTokenSource;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.ConnectionBrokenException;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.accounting.system.TokenUnavailableException;
import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.security.AesSecretBox;
import dev.camelentrata.security.MasterKey;
import dev.camelentrata.security.SecretBox;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** Connections by OAuth, against a server that rotates refresh tokens and takes none twice. */
class ConnectionsIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final String CALLBACK = "http://127.0.0.1:8080/accounting/connections/callback";
  private static final SecretBox BOX = new AesSecretBox(MasterKey.random());
  private static final Viewer BOOKKEEPER =
      new Viewer("sandbox", Set.of("1001"), Set.of("general_journalxxx"));

  private final SettableClock clock = new SettableClock();
  private final List<ConnectBeans> replicas = new ArrayList<>();
  private OAuthServer server;
  private ConnectBeans connect;

  @BeforeEach
  void open() throws Exception {
    server = new OAuthServer();
    connect = replica();
  }

  @AfterEach
  void close() throws Exception {
    for (ConnectBeans replica : replicas) {
      replica.close();
    }
    server.close();
    try (var owner = DATABASE.ownerConnection();
        Statement statement = owner.createStatement()) {
      statement.execute(
          "truncate accounting_connection, accounting_grant, accounting_authorization");
    }
  }

  private ConnectBeans replica() {
    ConnectBeans replica =
        ConnectBeans.of(
            DATABASE.dataSource(),
            BOX,
            Map.of(
                SystemKind.QUICKBOOKS,
                server.settings(SystemKind.QUICKBOOKS),
                SystemKind.XERO,
                server.settings(SystemKind.XERO)),
            Map.of(),
            clock);
    replicas.add(replica);
    return replica;
  }

  private static ConnectRequest request(SystemKind system) {
    return new ConnectRequest("sandbox", system, "ps-1", "tok-1", CALLBACK, null);
  }

  private Connections.Begun begin(SystemKind system) {
    return connect.connections().begin(request(system));
  }

  private static String stateOf(Connections.Begun begun) {
    return begun.page().getRawQuery().replaceAll(".*&state=([^&]+).*", "$1");
  }

  private List<Connection> connected(SystemKind system) {
    Connections.Begun begun = begin(system);
    String code = server.agree(begun.page());
    Authorization authorization = connect.connections().redeem(stateOf(begun));
    return connect
        .connections()
        .complete(authorization, code, system == SystemKind.XERO ? null : "123145")
        .stream()
        .map(ConnectionEntry::connection)
        .toList();
  }

  private Connection quickBooks() {
    return connected(SystemKind.QUICKBOOKS).get(0);
  }

  private Connection latest(Connection connection) {
    return connect.connections().find(BOOKKEEPER, connection.id()).orElseThrow().connection();
  }

  @Test
  void connectsACompanyByItsRealm() {
    Connection connection = quickBooks();

    assertThat(connection.tenant()).isEqualTo("123145");
    assertThat(connection.name()).isEqualTo("Oak Holdings LLC");
    assertThat(connection.state()).isEqualTo(Connection.State.CONNECTED);
    assertThat(connect.systems().connections("sandbox")).containsExactly(connection);
    assertThat(connect.tokens().tokens(connection).token()).startsWith("access-");
    assertThat(server.refreshes).hasValue(0);
  }

  @Test
  void asksOnThePageOfTheSystemWithStateAndChallenge() {
    Connections.Begun begun = begin(SystemKind.XERO);

    assertThat(begun.page().getRawQuery())
        .contains("response_type=code", "client_id=" + OAuthServer.CLIENT)
        .contains("scope=books.write%20offline_access", "code_challenge_method=S256")
        .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Faccounting%2Fconnections")
        .doesNotContain(OAuthServer.SECRET);
    assertThat(begun.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
  }

  @Test
  void makesAConnectionOfEachOrganisationAndRenewsTheirTokensTogether() {
    List<Connection> both = connected(SystemKind.XERO);
    clock.advance(Duration.ofHours(2));

    String first = connect.tokens().tokens(both.get(0)).token();
    String second = connect.tokens().tokens(both.get(1)).token();

    assertThat(both).extracting(Connection::tenant).containsExactly("tenant-1", "tenant-2");
    assertThat(second).isEqualTo(first);
    assertThat(server.refreshes).hasValue(1);
  }

  @Test
  void keepsTokensStatesAndVerifiersSealed() throws SQLException {
    Connections.Begun begun = begin(SystemKind.XERO);
    connected(SystemKind.QUICKBOOKS);

    String stored = dump("accounting_grant") + dump("accounting_authorization");

    assertThat(stored).contains("agr_").doesNotContain(stateOf(begun));
    for (String secret : List.of("access-", "refresh-")) {
      assertThat(stored).doesNotContain(secret).doesNotContain(hex(secret));
    }
  }

  private static String hex(String text) {
    return String.format("%x", new java.math.BigInteger(1, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String dump(String table) throws SQLException {
    try (var owner = DATABASE.ownerConnection();
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("set local entrata.writer = 'sandbox'");
      try (var rows =
          statement.executeQuery("select string_agg(t::text, ' ') from " + table + " t")) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  @Test
  void renewsATokenTwoMinutesBeforeItsEnd() {
    AccessTokenSource tokens = connect.tokens().tokens(quickBooks());
    String first = tokens.token();
    clock.advance(Duration.ofMinutes(57));
    assertThat(tokens.token()).isEqualTo(first);

    clock.advance(Duration.ofMinutes(1));

    assertThat(tokens.token()).isNotEqualTo(first);
    assertThat(server.refreshes).hasValue(1);
  }

  @Test
  void twoReplicasAndManyThreadsRefreshOnce() throws Exception {
    Connection connection = quickBooks();
    clock.advance(Duration.ofHours(2));
    List<AccessTokenSource> sources =
        List.of(connect.tokens().tokens(connection), replica().tokens().tokens(connection));
    server.gate = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<String>> asked = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        AccessTokenSource source = sources.get(i % 2);
        asked.add(threads.submit((Callable<String>) source::token));
      }
      Awaitility.await().until(() -> waiting() == 1);
      server.gate.countDown();
      String token = asked.get(0).get();
      for (Future<String> each : asked) {
        assertThat(each.get()).isEqualTo(token);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(server.refreshes).hasValue(1);
    assertThat(server.reused).hasValue(0);
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
    Connection connection = quickBooks();
    AccessTokenSource one = connect.tokens().tokens(connection);
    AccessTokenSource other = replica().tokens().tokens(connection);
    String refused = one.token();
    assertThat(other.token()).isEqualTo(refused);

    String renewed = one.renewed(refused);

    assertThat(other.renewed(refused)).isEqualTo(renewed).isNotEqualTo(refused);
    assertThat(server.refreshes).hasValue(1);
  }

  @Test
  void breaksOffWhenTheSystemTookItsPermissionBack() {
    List<Connection> both = connected(SystemKind.XERO);
    AccessTokenSource tokens = connect.tokens().tokens(both.get(0));
    clock.advance(Duration.ofHours(2));
    server.failure = "400 {\"error\": \"invalid_grant\"}";

    assertThatThrownBy(tokens::token)
        .isInstanceOf(ConnectionBrokenException.class)
        .hasMessage(
            "Xero took its permission back (invalid_grant). Connect anew with POST"
                + " /accounting/connections.");

    assertThat(connect.systems().connections("sandbox"))
        .extracting(Connection::state)
        .containsOnly(Connection.State.BROKEN);
    assertThat(latest(both.get(1)).error()).contains("Connect anew");
    assertThatThrownBy(tokens::token).isInstanceOf(ConnectionBrokenException.class);
    assertThat(server.refreshes).hasValue(1);
    assertThat(connected(SystemKind.XERO).get(0).id()).isEqualTo(both.get(0).id());
    assertThat(tokens.token()).startsWith("access-");
  }

  @Test
  void triesTheOldTokenAgainWhenTheAnswerWasLost() {
    AccessTokenSource tokens = connect.tokens().tokens(quickBooks());
    clock.advance(Duration.ofHours(2));
    server.losesAnswers = true;
    assertThatThrownBy(tokens::token)
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessageContaining("gave no answer");
    server.losesAnswers = false;
    server.keep("refresh-2");

    assertThat(tokens.token()).startsWith("access-");
    assertThat(server.refreshes).hasValue(2);
  }

  @Test
  void goesOnWithATokenThatIsStillGoodWhileTheSystemDoesNotAnswer() {
    AccessTokenSource tokens = connect.tokens().tokens(quickBooks());
    String first = tokens.token();
    clock.advance(Duration.ofMinutes(59));
    server.failure = "503 {}";

    assertThat(tokens.token()).isEqualTo(first);
    clock.advance(Duration.ofMinutes(1));
    server.failure = "401 {\"error\": \"invalid_client\"}";
    assertThatThrownBy(tokens::token)
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessageContaining("client-id and client-secret must be checked");
    assertThat(tokens.token()).isNotEqualTo(first);
  }

  @Test
  void takesAStateOnceAndForTenMinutes() {
    Connections connections = connect.connections();
    String used = stateOf(begin(SystemKind.XERO));
    String late = stateOf(begin(SystemKind.XERO));
    connections.redeem(used);
    clock.advance(Duration.ofMinutes(10));

    assertThat(reason(used)).isEqualTo(Reason.UNKNOWN_STATE);
    assertThat(reason(late)).isEqualTo(Reason.STATE_EXPIRED);
    assertThat(reason("sandbox.guessed")).isEqualTo(Reason.UNKNOWN_STATE);
    assertThat(reason(late.replace("sandbox.", "other."))).isEqualTo(Reason.UNKNOWN_STATE);
    assertThat(reason("")).isEqualTo(Reason.UNKNOWN_STATE);
  }

  private Reason reason(String state) {
    try {
      connect.connections().redeem(state);
      throw new AssertionError("the state was taken");
    } catch (ConnectFailedException e) {
      return e.reason();
    }
  }

  @Test
  void refusesARealmThatTheTokensDoNotOpen() {
    Connections.Begun begun = begin(SystemKind.QUICKBOOKS);
    String code = server.agree(begun.page());
    Authorization authorization = connect.connections().redeem(stateOf(begun));

    assertThatThrownBy(() -> connect.connections().complete(authorization, code, "999"))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining("its permission is not for these books");
    assertThat(connect.systems().connections("sandbox")).isEmpty();
  }

  @Test
  void refusesACodeThatTheSystemDidNotGiveForThisState() {
    String stolen = server.agree(begin(SystemKind.XERO).page());
    Authorization authorization = connect.connections().redeem(stateOf(begin(SystemKind.XERO)));

    assertThatThrownBy(() -> connect.connections().complete(authorization, stolen, null))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining("invalid_grant");
  }

  @Test
  void givesAPermissionBackWithItsLastConnection() {
    List<Connection> both = connected(SystemKind.XERO);
    AccessTokenSource tokens = connect.tokens().tokens(both.get(0));
    String token = tokens.token();

    assertThat(connect.connections().disconnect(BOOKKEEPER, both.get(0).id())).isTrue();
    assertThat(server.left).containsExactly("link-1");
    assertThat(server.revoked).isEmpty();
    assertThat(connect.tokens().tokens(both.get(1)).token()).isEqualTo(token);
    assertThat(connect.connections().disconnect(BOOKKEEPER, both.get(1).id())).isTrue();

    assertThat(server.revoked).hasSize(1);
    assertThat(latest(both.get(1)).state()).isEqualTo(Connection.State.DISCONNECTED);
    assertThat(latest(both.get(1)).error()).isNull();
    assertThatThrownBy(() -> tokens.renewed(token))
        .isInstanceOf(ConnectionBrokenException.class)
        .hasMessageStartingWith("The connection was given up.");
  }

  @Test
  void tellsWhenTheSystemDidNotConfirmThatItIsGivenUp() {
    Connection connection = quickBooks();
    server.losesAnswers = true;

    connect.connections().disconnect(BOOKKEEPER, connection.id());

    assertThat(latest(connection).state()).isEqualTo(Connection.State.DISCONNECTED);
    assertThat(latest(connection).error()).contains("disconnect it there as well");
  }

  @Test
  void showsConnectionsToThoseWhoSeeTheGeneralJournal() {
    Connection connection = quickBooks();
    Viewer onsite = new Viewer("sandbox", Set.of("1001"), Set.of("ar_paymentsxxx"));
    Viewer stranger = new Viewer("other", Set.of("1001"), Set.of("general_journalxxx"));

    assertThat(connect.connections().list(BOOKKEEPER, null, 10)).hasSize(1);
    for (Viewer viewer : List.of(onsite, stranger)) {
      assertThat(connect.connections().list(viewer, null, 10)).isEmpty();
      assertThat(connect.connections().find(viewer, connection.id())).isEmpty();
      assertThat(connect.connections().disconnect(viewer, connection.id())).isFalse();
    }
    assertThat(connect.systems().connections("other")).isEmpty();
  }
}
