package dev.camelentrata.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

  /** Shared, since the first start in a directory takes a while. */
  @TempDir static Path data;

  @Test
  void keepsCommittedRowsOverStopAndStart() {
    try (Database first = Database.open(DatabaseSettings.embedded(data))) {
      first.jdbcClient().sql("insert into totp_step values ('a|b', 7)").update();
    }
    try (Database second = Database.open(DatabaseSettings.embedded(data))) {
      assertThat(second.jdbcClient().sql("select step from totp_step").query(Long.class).single())
          .isEqualTo(7L);
    }
  }

  @Test
  void leavesNoServerRunningAfterClose() {
    long pid;
    try (Database database = Database.open(DatabaseSettings.embedded(data))) {
      pid = database.embedded().pid();
      assertThat(ProcessHandle.of(pid)).hasValueSatisfying(p -> assertThat(p.isAlive()).isTrue());
    }
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void refusesASecondOpenerOfTheSameDirectory() {
    try (Database holder = Database.open(DatabaseSettings.embedded(data))) {
      assertThatThrownBy(() -> Database.open(DatabaseSettings.embedded(data)))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("in use by another camel-entrata")
          .hasMessageContaining("ENTRATA_DATA_DIR");
      assertThat(holder.jdbcClient().sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }
  }

  @Test
  void startsOverAPidFileThatNowNamesAStranger() throws Exception {
    Path pidFile = data.resolve("pg/cluster/postmaster.pid");
    Database.open(DatabaseSettings.embedded(data)).close();
    Files.writeString(pidFile, ProcessHandle.current().pid() + "\nx\n0\n0\n\n127.0.0.1\n\nready\n");
    try (Database database = Database.open(DatabaseSettings.embedded(data))) {
      assertThat(database.jdbcClient().sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }
  }

  @Test
  void givesTheApplicationNoMoreThanItNeeds() {
    try (Database database = Database.open(DatabaseSettings.embedded(data))) {
      assertThat(database.jdbcClient().sql("select current_user").query(String.class).single())
          .isEqualTo("entrata_app");
      assertThatThrownBy(() -> database.jdbcClient().sql("create table x (y int)").update())
          .hasStackTraceContaining("permission denied");
    }
  }
}
