package dev.camelentrata.database;

import java.time.Duration;
import java.util.List;

/** Stops the server of a cluster: connections are cut, committed work is on disk. */
record ServerStop(
    Cluster cluster, Binaries binaries, ServerAccount account, ServerCommand command) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** {@code pg_ctl stop -m fast}; returns when the server has gone, or what pg_ctl says if not. */
  ServerCommand.Result fast() {
    return command.run(
        account.prefix(),
        List.of(
            binaries.program("pg_ctl").toString(),
            "stop",
            "--pgdata=" + cluster.directory(),
            "--mode=fast",
            "--wait",
            "--timeout=" + PATIENCE.toSeconds()),
        PATIENCE.plusSeconds(5));
  }
}
