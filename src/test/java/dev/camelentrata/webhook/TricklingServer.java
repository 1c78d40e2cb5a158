package dev.camelentrata.webhook;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** Answers in small parts and never ends, so that no read of it ever times out. */
final class TricklingServer implements AutoCloseable {

  private final ServerSocket server;
  private final byte[] part;
  private final long pauseNanos;

  TricklingServer() throws IOException {
    this(1, 50_000_000L);
  }

  TricklingServer(int bytes, long pauseNanos) throws IOException {
    this.part = "x".repeat(bytes).getBytes(StandardCharsets.UTF_8);
    this.pauseNanos = pauseNanos;
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "trickling-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    try (Socket caller = server.accept();
        OutputStream out = caller.getOutputStream()) {
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      while (!server.isClosed()) {
        out.write(part);
        out.flush();
        LockSupport.parkNanos(pauseNanos);
      }
    } catch (IOException e) {
      // The caller has hung up, as it should.
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
