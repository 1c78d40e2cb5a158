package dev.camelentrata.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledApplicationIT {

  /** Shared, since the first start in a directory takes a while. */
  @TempDir static Path data;

  @Test
  void startsAgainAfterAKillWithoutLosingACommittedRow() throws Exception {
    ProcessHandle stray;
    try (HolderProcess killed = HolderProcess.start(data, null)) {
      stray = killed.server();
      killed.kill();
    }
    assertThat(stray.isAlive()).as("the server outlives its killed parent").isTrue();

    long server;
    try (Database database = Database.open(DatabaseSettings.embedded(data))) {
      server = database.embedded().pid();
      assertThat(stray.isAlive()).isFalse();
      assertThat(step(database)).isEqualTo(42);
    }
    assertThat(ProcessHandle.of(server).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void namesTheProcessThatHoldsTheDirectory() throws Exception {
    try (HolderProcess holder = HolderProcess.start(data, null)) {
      assertThatThrownBy(() -> Database.open(DatabaseSettings.embedded(data)))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("process " + holder.process().pid());
      assertThat(holder.server().isAlive()).isTrue();
      holder.process().getOutputStream().close();
      holder.process().waitFor();
      assertThat(holder.server().isAlive()).as("a regular end stops the server").isFalse();
    }
  }

  @Test
  void runsAsNobodyWhereRootHasNoNamespaces(@TempDir Path programs) throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "needs root");
    link(programs, "setpriv");
    link(programs, "setsid");
    Path closed = Files.createDirectory(data.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    Path inner = closed.resolve("data");

    ProcessHandle stray;
    try (HolderProcess killed = HolderProcess.start(inner, programs.toString())) {
      stray = killed.server();
      assertThat(stray.info().user()).hasValue("nobody");
      killed.kill();
    }
    try (Database database = Database.open(DatabaseSettings.embedded(inner))) {
      assertThat(stray.isAlive()).isFalse();
      assertThat(step(database)).isEqualTo(42);
    }
  }

  private static void link(Path directory, String program) throws Exception {
    Path target = Path.of("/usr/bin", program);
    assumeTrue(Files.isExecutable(target), "needs " + program);
    Files.createSymbolicLink(directory.resolve(program), target);
  }

  private static long step(Database database) {
    return database
        .jdbcClient()
        .sql("select step from totp_step where account_key = 'killed'")
        .query(Long.class)
        .single();
  }
}
