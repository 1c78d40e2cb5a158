package dev.camelentrata.accounting.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.accounting.system.AccessTokenSource;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.ConnectionBrokenException;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.sandbox.SandboxPortal;
import dev.camelentrata.sandbox.SandboxSettings;
import dev.camelentrata.security.AesSecretBox;
import dev.camelentrata.security.MasterKey;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections with the sandbox's stand-ins, by the page on which a person agrees. */
class SandboxConnectionsIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final Viewer BOOKKEEPER =
      new Viewer("sandbox", Set.of("1001"), Set.of("general_journalxxx"));

  private final SettableClock clock = new SettableClock();
  private SandboxPortal sandbox;
  private SandboxPerson person;
  private ConnectBeans connect;

  @BeforeEach
  void open() {
    sandbox = SandboxPortal.start(SandboxSettings.defaults().withPort(0).withSize(1, 1), clock);
    person = new SandboxPerson(sandbox.baseUri());
    connect =
        ConnectBeans.of(
            DATABASE.dataSource(),
            new AesSecretBox(MasterKey.random()),
            person.systems(),
            Map.of(),
            clock);
  }

  @AfterEach
  void close() throws IOException {
    connect.close();
    sandbox.close();
  }

  @ParameterizedTest
  @EnumSource(SystemKind.class)
  void connectsRenewsTellsABreakAndConnectsAnew(SystemKind system) throws Exception {
    Connection connection = connected(system);
    AccessTokenSource tokens = connect.tokens().tokens(connection);
    String first = tokens.token();
    clock.advance(Duration.ofHours(2));
    String second = tokens.token();
    String third = tokens.renewed(second);

    assertThat(connection.name()).isEqualTo("Sandbox Property Management");
    assertThat(Set.of(first, second, third)).hasSize(3);
    assertThat(connect.connections().disconnect(BOOKKEEPER, connection.id())).isTrue();
    assertThat(latest(connection).error()).isNull();
    assertThat(latest(connection).state()).isEqualTo(Connection.State.DISCONNECTED);
    assertThat(connected(system).id()).isEqualTo(connection.id());
    revokeAtTheSystem(system);
    AccessTokenSource anew = connect.tokens().tokens(connection);
    String last = anew.token();
    assertThatThrownBy(() -> anew.renewed(last))
        .isInstanceOf(ConnectionBrokenException.class)
        .hasMessageContaining("invalid_grant");
    assertThat(latest(connection).state()).isEqualTo(Connection.State.BROKEN);
  }

  private Connection latest(Connection connection) {
    return connect.connections().find(BOOKKEEPER, connection.id()).orElseThrow().connection();
  }

  private Connection connected(SystemKind system) throws Exception {
    return person.connects(connect, system);
  }

  private void revokeAtTheSystem(SystemKind system) throws Exception {
    assertThat(person.control(system, "revoke").path("connected").asBoolean()).isFalse();
  }
}
