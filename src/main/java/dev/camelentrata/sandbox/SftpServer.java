package dev.camelentrata.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.RejectAllPublickeyAuthenticator;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * An SFTP server on 127.0.0.1 that shows one folder. Its host key is kept, and beside it a line for
 * {@code known_hosts}.
 */
final class SftpServer implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  private final SshServer server;

  private SftpServer(SshServer server) {
    this.server = server;
  }

  /**
   * Starts it; it answers when this returns.
   *
   * @param root what its users see as {@code /}
   * @param keys folder for the host key and {@code known_hosts}
   */
  static SftpServer start(SftpSettings settings, Path root, Path keys) {
    try {
      Files.createDirectories(root);
      Files.createDirectories(keys);
      SshServer server = SshServer.setUpDefaultServer();
      server.setHost(HOST);
      server.setPort(settings.port());
      SimpleGeneratorHostKeyProvider key =
          new SimpleGeneratorHostKeyProvider(keys.resolve("sftp_host_key"));
      key.setAlgorithm("EC");
      key.setKeySize(256);
      server.setKeyPairProvider(key);
      server.setPasswordAuthenticator(
          (username, password, session) ->
              !settings.password().isEmpty()
                  && username.equals(settings.username())
                  && same(password, settings.password()));
      if (settings.authorizedKeys() == null) {
        server.setPublickeyAuthenticator(RejectAllPublickeyAuthenticator.INSTANCE);
      } else {
        AuthorizedKeysAuthenticator authorized =
            new AuthorizedKeysAuthenticator(settings.authorizedKeys());
        server.setPublickeyAuthenticator(
            (username, given, session) ->
                username.equals(settings.username())
                    && authorized.authenticate(username, given, session));
      }
      server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
      server.setFileSystemFactory(new VirtualFileSystemFactory(root.toAbsolutePath()));
      server.start();
      knownHosts(key.loadKeys(null).iterator().next(), settings.port(), keys);
      return new SftpServer(server);
    } catch (IOException e) {
      throw new IllegalStateException(
          "The sandbox's SFTP server cannot listen on "
              + HOST
              + ":"
              + settings.port()
              + " ("
              + e.getMessage()
              + "). Choose another entrata.sandbox.sftp.port or stop what uses it.",
          e);
    }
  }

  private static void knownHosts(KeyPair key, int port, Path keys) throws IOException {
    Files.writeString(
        keys.resolve("sftp_known_hosts"),
        "[" + HOST + "]:" + port + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
  }

  private static boolean same(String given, String right) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
