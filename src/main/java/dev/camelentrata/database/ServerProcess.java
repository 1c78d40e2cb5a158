package dev.camelentrata.database;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: our direct child, on a free port of 127.0.0.1. */
final class ServerProcess {

  private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration END = Duration.ofSeconds(10);
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int TICK_MILLIS = 10;
  private static final int PORTS_TO_TRY = 5;

  private final Process process;
  private final int port;
  private final Path log;
  private final ServerStop stop;
  private final AtomicBoolean stopping = new AtomicBoolean();

  private ServerProcess(Process process, int port, Path log, ServerStop stop) {
    this.process = process;
    this.port = port;
    this.log = log;
    this.stop = stop;
  }

  /** Starts the server and waits until it says that it is ready. */
  static ServerProcess start(ServerStop server, Path log) {
    for (int attempt = 1; ; attempt++) {
      try {
        keepPreviousLog(log);
        int port = freePort();
        Process process = launch(server, port, log.toFile());
        ServerProcess started = new ServerProcess(process, port, log, server);
        if (started.becomesReady()) {
          started.watch();
          return started;
        }
        String said = Files.readString(log);
        if (attempt == PORTS_TO_TRY || !said.contains("could not create any TCP/IP sockets")) {
          throw new DatabaseException(
              "PostgreSQL did not start. Its log " + log + " says: " + said.strip());
        }
      } catch (IOException e) {
        throw new DatabaseException("Cannot start PostgreSQL", e);
      }
    }
  }

  private static Process launch(ServerStop server, int port, File log) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(TerminalShield.prefix(System.getenv().getOrDefault("PATH", "")));
    command.addAll(server.account().prefix());
    command.add(server.binaries().program("postgres").toString());
    command.addAll(List.of("-D", server.cluster().directory().toString()));
    ServerOptions.all(port).forEach(option -> command.addAll(List.of("-c", option)));
    Process process =
        server
            .command()
            .builder(command)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    process.getOutputStream().close();
    return process;
  }

  private boolean becomesReady() {
    long deadline = System.nanoTime() + START.toNanos();
    try {
      while (System.nanoTime() < deadline) {
        if (process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
          return false;
        }
        if (PostmasterFile.read(stop.cluster().directory())
            .filter(f -> f.ready() && f.pid() == process.pid())
            .isPresent()) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new DatabaseException("interrupted while PostgreSQL was starting", e);
    }
    process.destroy();
    throw new DatabaseException(
        "PostgreSQL was not ready after " + START.toSeconds() + " s, see " + log);
  }

  private void watch() {
    CompletableFuture<Process> unused =
        process
            .onExit()
            .whenComplete(
                (server, failure) -> {
                  if (!stopping.get()) {
                    LOG.error(
                        "PostgreSQL (process {}) ended by itself with code {}; its log is {}."
                            + " Restart camel-entrata.",
                        server.pid(),
                        server.exitValue(),
                        log);
                  }
                });
  }

  private static void keepPreviousLog(Path log) throws IOException {
    if (Files.exists(log)) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    OwnerOnly.file(log, "");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0));
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /** Stops the server; if it does not stop in time, it is killed and recovers at the next start. */
  void stop() {
    stopping.set(true);
    if (!process.isAlive()) {
      return;
    }
    ServerCommand.Result result = stop.fast();
    if (!hasGone()) {
      LOG.warn("PostgreSQL did not stop in time and is killed: {}", result.output());
      process.destroyForcibly();
    }
  }

  /** pg_ctl returns when the pid file has gone, which is just before the process has. */
  private boolean hasGone() {
    try {
      return process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
