package dev.camelentrata.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The sandbox portal in a JVM of its own, so that it shares nothing with what is measured but the
 * machine.
 */
final class SandboxProcess implements AutoCloseable {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final int port;

  private SandboxProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static SandboxProcess start(int properties, int unitsPerProperty) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.camelentrata.sandbox.SandboxPortal",
                    "port=" + port,
                    "properties=" + properties,
                    "units=" + unitsPerProperty))
            .redirectErrorStream(true)
            .start();
    SandboxProcess sandbox = new SandboxProcess(process, port);
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.contains(String.valueOf(port))) {
        return sandbox;
      }
    }
    throw new IOException("the sandbox did not start");
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Adds a delay to every portal call. */
  void delay(int millis) throws IOException, InterruptedException {
    control("PUT", "/latency", "{\"millis\": " + millis + "}");
  }

  /** Makes a control call. */
  void control(String method, String path, String body) throws IOException, InterruptedException {
    int status =
        http.send(
                HttpRequest.newBuilder(uri().resolve("/__sandbox" + path))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.discarding())
            .statusCode();
    if (status >= 300) {
      throw new IOException("the sandbox answered " + status);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
