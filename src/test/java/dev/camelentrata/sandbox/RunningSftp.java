package dev.camelentrata.sandbox;

import java.nio.file.Path;

/** The sandbox's SFTP server without the sandbox. */
public final class RunningSftp implements AutoCloseable {

  private final SftpServer server;

  /** Starts it on a folder, with its keys in another. */
  public RunningSftp(SftpSettings settings, Path root, Path keys) {
    server = SftpServer.start(settings, root, keys);
  }

  @Override
  public void close() {
    server.close();
  }
}
