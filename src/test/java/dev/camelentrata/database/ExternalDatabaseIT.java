package dev.camelentrata.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExternalDatabaseIT {

  private static final String HISTORY = "select count(*) from flyway_schema_history";

  @RegisterExtension static final DatabaseFixture FIXTURE = new DatabaseFixture();

  @Test
  void migratesOnceHoweverOftenItIsOpened() throws Exception {
    long before = owned(HISTORY);
    Database.open(FIXTURE.settings(2)).close();
    Database.open(FIXTURE.settings(2)).close();
    assertThat(owned(HISTORY)).isEqualTo(before).isPositive();
  }

  @RepeatedTest(5)
  void replicasMayStartTogether() {
    var first = CompletableFuture.supplyAsync(() -> Database.open(FIXTURE.settings(2)));
    var second = CompletableFuture.supplyAsync(() -> Database.open(FIXTURE.settings(2)));
    try (Database one = first.join();
        Database other = second.join()) {
      one.jdbcClient()
          .sql("insert into totp_step values ('shared', 3) on conflict do nothing")
          .update();
      assertThat(
              other
                  .jdbcClient()
                  .sql("select step from totp_step where account_key = 'shared'")
                  .query(Long.class)
                  .single())
          .isEqualTo(3);
    }
  }

  @Test
  void usesOneRoleForBothWhenOnlyOneIsGiven() {
    DatabaseSettings both = FIXTURE.settings(1);
    String url =
        both.url()
            .replace(
                "jdbc:postgresql://",
                "postgresql://" + both.ownerUser() + ":" + both.ownerPassword() + "@");
    try (Database database = Database.open(external(url, null, null))) {
      assertThat(database.jdbcClient().sql("select current_user").query(String.class).single())
          .isEqualTo(both.ownerUser());
    }
  }

  @Test
  void saysThatThePasswordIsWrongWithoutPrintingIt() {
    DatabaseSettings right = FIXTURE.settings(1);
    assertThatThrownBy(() -> Database.open(external(right.url(), right.user(), "not-it")))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("refused to log in")
        .hasMessageNotContaining("not-it");
  }

  @Test
  void saysThatTheDatabaseIsMissing() {
    DatabaseSettings right = FIXTURE.settings(1);
    String url = right.url().replaceFirst("/[^/]*$", "/nowhere");
    assertThatThrownBy(() -> Database.open(external(url, right.user(), right.password())))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("has no database")
        .hasMessageContaining("nowhere");
  }

  @Test
  void saysThatTheServerCannotBeReached() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    String url = "postgresql://ann:secret-word@127.0.0.1:" + closed + "/entrata";
    assertThatThrownBy(() -> Database.open(external(url, null, null)))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("Cannot reach PostgreSQL at 127.0.0.1:" + closed)
        .hasMessageContaining("ENTRATA_DATABASE_URL")
        .hasMessageNotContaining("secret-word");
  }

  private static long owned(String query) throws Exception {
    try (var connection = FIXTURE.ownerConnection();
        var rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static DatabaseSettings external(String url, String user, String password) {
    return new DatabaseSettings(Path.of("unused"), url, user, password, null, null, 2, 1);
  }
}
