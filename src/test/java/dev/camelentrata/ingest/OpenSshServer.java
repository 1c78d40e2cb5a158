package dev.camelentrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real {@code sshd} of one's own on a free port, for a user that logs in with a key. */
final class OpenSshServer implements AutoCloseable {

  private static final Path SSHD = Path.of("/usr/sbin/sshd");

  private final int port;
  private final Path home;
  private Process process;

  /** Makes its keys and configuration in a folder, and starts it; who logs in is in the root. */
  OpenSshServer(Path home, Path root) throws IOException {
    this.home = home;
    this.port = freePort();
    keygen(home.resolve("host_key"));
    keygen(home.resolve("client_key"));
    Files.copy(home.resolve("client_key.pub"), home.resolve("authorized_keys"));
    Files.writeString(
        home.resolve("sshd_config"),
        """
        Port %d
        ListenAddress 127.0.0.1
        HostKey %s
        AuthorizedKeysFile %s
        PidFile %s
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        PermitRootLogin prohibit-password
        Subsystem sftp internal-sftp -d %s
        """
            .formatted(
                port,
                home.resolve("host_key"),
                home.resolve("authorized_keys"),
                home.resolve("sshd.pid"),
                root));
    Files.writeString(
        knownHosts(), "[127.0.0.1]:" + port + " " + Files.readString(home.resolve("host_key.pub")));
    start();
  }

  static boolean installed() {
    return Files.isExecutable(SSHD);
  }

  void start() throws IOException {
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(Path.of("/run/sshd"));
    }
    process =
        new ProcessBuilder(
                SSHD.toString(), "-D", "-e", "-f", home.resolve("sshd_config").toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("sshd.log").toFile())
            .start();
    await().atMost(Duration.ofSeconds(20)).until(this::answers);
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException e) {
      assertThat(process.isAlive()).as("see %s", home.resolve("sshd.log")).isTrue();
      return false;
    }
  }

  int port() {
    return port;
  }

  Path knownHosts() {
    return home.resolve("known_hosts");
  }

  Path clientKey() {
    return home.resolve("client_key");
  }

  /** How often a client went away because it knows this host by another key. */
  long refusedConnections() throws IOException {
    try (Stream<String> lines = Files.lines(home.resolve("sshd.log"))) {
      return lines.filter(line -> line.contains("[preauth]")).count();
    }
  }

  /** Ends it and the processes that serve its connections. */
  void cut() {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroy();
    all.forEach(ProcessHandle::destroy);
    try {
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void keygen(Path file) throws IOException {
    Process made =
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString())
            .inheritIO()
            .start();
    try {
      assertThat(made.waitFor()).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    cut();
  }
}
