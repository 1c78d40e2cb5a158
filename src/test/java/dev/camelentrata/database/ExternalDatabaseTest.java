package dev.camelentrata.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalDatabaseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "jdbc:postgresql://db:5433/h?user=ann&password=p%40ss jdbc:postgresql://db:5433/h",
        "postgresql://ann:p%40ss@db:5433/h jdbc:postgresql://db:5433/h",
        "postgres://ann:p%40ss@db/h?sslmode=require jdbc:postgresql://db/h?sslmode=require",
        "jdbc:postgresql://ann:p%40ss@a:1,b:2/h jdbc:postgresql://a:1,b:2/h",
        "postgresql://ann:p%40ss@[::1]:5432 jdbc:postgresql://[::1]:5432/ann"
      })
  void takesTheCredentialsOutOfTheUrl(String given, String url) {
    DatabaseAddress address = ExternalDatabase.address(settings(given, null, null));
    assertThat(address.url()).isEqualTo(url);
    assertThat(address.application()).isEqualTo(new DatabaseLogin("ann", "p@ss"));
    assertThat(address.owner()).isEqualTo(address.application());
    assertThat(address.toString()).doesNotContain("p@ss");
  }

  @Test
  void prefersUserAndPasswordGivenApart() {
    DatabaseAddress address =
        ExternalDatabase.address(settings("postgresql://ann:old@db/homes", "bob", "new+1"));
    assertThat(address.application()).isEqualTo(new DatabaseLogin("bob", "new+1"));
  }

  @Test
  void keepsAPlusSignInAPassword() {
    assertThat(ExternalDatabase.address(settings("postgresql://a:x+y@db/h", null, null)))
        .extracting(a -> a.application().password())
        .isEqualTo("x+y");
  }

  @Test
  void asksForAUser() {
    assertThatThrownBy(
            () -> ExternalDatabase.address(settings("jdbc:postgresql://db/homes", null, null)))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("ENTRATA_DATABASE_USER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:mysql://root:word@db/homes", "db:5432/homes?password=word", "word"})
  void refusesOtherUrlsWithoutRepeatingThem(String url) {
    assertThatThrownBy(() -> ExternalDatabase.address(settings(url, "ann", null)))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("not a PostgreSQL URL")
        .hasMessageNotContaining("word@db")
        .hasMessageNotContaining("password=word");
  }

  @Test
  void settingsNeverPrintTheUrl() {
    assertThat(settings("postgresql://ann:word@db/homes", null, "word").toString())
        .doesNotContain("word")
        .doesNotContain("ann");
  }

  @Test
  void refusesTheEmbeddedServerForSeveralReplicas() {
    DatabaseSettings settings =
        new DatabaseSettings(Path.of("unused"), " ", null, null, null, null, 10, 3);
    assertThatThrownBy(() -> Database.open(settings))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("ENTRATA_DATABASE_URL");
  }

  @Test
  void refusesAServerThatIsTooOld() {
    ServerCheck.requireVersion(150_000);
    assertThatThrownBy(() -> ServerCheck.requireVersion(140_011))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("PostgreSQL 14")
        .hasMessageContaining("15 or later");
  }

  private static DatabaseSettings settings(String url, String user, String password) {
    return new DatabaseSettings(Path.of("unused"), url, user, password, null, null, 10, 1);
  }
}
