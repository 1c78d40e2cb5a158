package dev.camelentrata.accounting.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.accounting.connect.ConnectFailedException.Reason;
import dev.camelentrata.accounting.system.AccessTokenSource;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.ConnectionBrokenException;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.mirror.Viewer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connections by OAuth: begun, completed, shown, given up. */
class ConnectionsIT {

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
  void connectsACompanyByItsRealm() {
    Connection connection = house.quickBooks();

    assertThat(connection.tenant()).isEqualTo("123145");
    assertThat(connection.name()).isEqualTo("Oak Holdings LLC");
    assertThat(connection.state()).isEqualTo(Connection.State.CONNECTED);
    assertThat(house.connect.systems().connections("sandbox")).containsExactly(connection);
    assertThat(house.tokens(connection).token()).startsWith("access-");
    assertThat(house.server.refreshes).hasValue(0);
  }

  @Test
  void asksOnThePageOfTheSystemWithStateAndChallenge() {
    Connections.Begun begun = house.begin(SystemKind.XERO);

    assertThat(begun.page().getRawQuery())
        .contains("response_type=code", "client_id=" + OAuthServer.CLIENT)
        .contains("scope=books.write%20offline_access", "code_challenge_method=S256")
        .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Faccounting%2Fconnections")
        .doesNotContain(OAuthServer.SECRET);
    assertThat(begun.expiresAt()).isEqualTo(house.clock.instant().plus(Duration.ofMinutes(10)));
  }

  @Test
  void makesAConnectionOfEachOrganisationAndRenewsTheirTokensTogether() {
    List<Connection> both = house.connected(SystemKind.XERO);
    house.clock.advance(Duration.ofHours(2));

    String first = house.tokens(both.get(0)).token();
    String second = house.tokens(both.get(1)).token();

    assertThat(both).extracting(Connection::tenant).containsExactly("tenant-1", "tenant-2");
    assertThat(second).isEqualTo(first);
    assertThat(house.server.refreshes).hasValue(1);
  }

  @Test
  void keepsTokensStatesAndVerifiersSealed() throws SQLException {
    Connections.Begun begun = house.begin(SystemKind.XERO);
    house.connected(SystemKind.QUICKBOOKS);

    String stored = dump("accounting_grant") + dump("accounting_authorization");

    assertThat(stored).contains("agr_").doesNotContain(ConnectHouse.stateOf(begun));
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
  void takesAStateOnceAndForTenMinutes() {
    Connections connections = house.connections();
    String used = ConnectHouse.stateOf(house.begin(SystemKind.XERO));
    String late = ConnectHouse.stateOf(house.begin(SystemKind.XERO));
    connections.redeem(used);
    house.clock.advance(Duration.ofMinutes(10));

    assertThat(reason(used)).isEqualTo(Reason.UNKNOWN_STATE);
    assertThat(reason(late)).isEqualTo(Reason.STATE_EXPIRED);
    assertThat(reason("sandbox.guessed")).isEqualTo(Reason.UNKNOWN_STATE);
    assertThat(reason(late.replace("sandbox.", "other."))).isEqualTo(Reason.UNKNOWN_STATE);
    assertThat(reason("")).isEqualTo(Reason.UNKNOWN_STATE);
  }

  private Reason reason(String state) {
    try {
      house.connections().redeem(state);
      throw new AssertionError("the state was taken");
    } catch (ConnectFailedException e) {
      return e.reason();
    }
  }

  @Test
  void refusesARealmThatTheTokensDoNotOpen() {
    Connections.Begun begun = house.begin(SystemKind.QUICKBOOKS);
    String code = house.server.agree(begun.page());
    Authorization authorization = house.connections().redeem(ConnectHouse.stateOf(begun));

    assertThatThrownBy(() -> house.connections().complete(authorization, code, "999"))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining("its permission is not for these books");
    assertThat(house.server.revoked).hasSize(1);
    assertThat(house.connect.systems().connections("sandbox")).isEmpty();
  }

  @Test
  void refusesACodeThatTheSystemDidNotGiveForThisState() {
    String stolen = house.server.agree(house.begin(SystemKind.XERO).page());
    Authorization authorization =
        house.connections().redeem(ConnectHouse.stateOf(house.begin(SystemKind.XERO)));

    assertThatThrownBy(() -> house.connections().complete(authorization, stolen, null))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining("invalid_grant");
  }

  @Test
  void givesAPermissionBackWithItsLastConnection() {
    List<Connection> both = house.connected(SystemKind.XERO);
    AccessTokenSource tokens = house.tokens(both.get(0));
    String token = tokens.token();

    assertThat(house.connections().disconnect(ConnectHouse.BOOKKEEPER, both.get(0).id())).isTrue();
    assertThat(house.server.left).containsExactly("link-1");
    assertThat(house.server.revoked).isEmpty();
    assertThat(house.tokens(both.get(1)).token()).isEqualTo(token);
    assertThat(house.connections().disconnect(ConnectHouse.BOOKKEEPER, both.get(1).id())).isTrue();

    assertThat(house.server.revoked).hasSize(1);
    assertThat(house.latest(both.get(1)).state()).isEqualTo(Connection.State.DISCONNECTED);
    assertThat(house.latest(both.get(1)).error()).isNull();
    assertThatThrownBy(() -> tokens.renewed(token))
        .isInstanceOf(ConnectionBrokenException.class)
        .hasMessageStartingWith("The connection was given up.");
  }

  @Test
  void tellsWhenTheSystemDidNotConfirmThatItIsGivenUp() {
    Connection connection = house.quickBooks();
    house.server.losesAnswers = true;

    house.connections().disconnect(ConnectHouse.BOOKKEEPER, connection.id());

    assertThat(house.latest(connection).state()).isEqualTo(Connection.State.DISCONNECTED);
    assertThat(house.latest(connection).error()).contains("disconnect it there as well");
  }

  @Test
  void showsConnectionsToThoseWhoSeeTheGeneralJournal() {
    Connection connection = house.quickBooks();
    Viewer onsite = new Viewer("sandbox", Set.of("1001"), Set.of("ar_paymentsxxx"));
    Viewer stranger = new Viewer("other", Set.of("1001"), Set.of("general_journalxxx"));

    assertThat(house.connections().list(ConnectHouse.BOOKKEEPER, null, 10)).hasSize(1);
    for (Viewer viewer : List.of(onsite, stranger)) {
      assertThat(house.connections().list(viewer, null, 10)).isEmpty();
      assertThat(house.connections().find(viewer, connection.id())).isEmpty();
      assertThat(house.connections().disconnect(viewer, connection.id())).isFalse();
    }
    assertThat(house.connect.systems().connections("other")).isEmpty();
  }
}
