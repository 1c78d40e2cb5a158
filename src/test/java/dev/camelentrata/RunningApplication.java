package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The application in a JVM of its own, as an operator runs it, on free ports and a given data
 * folder.
 */
public final class RunningApplication implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration START = Duration.ofSeconds(90);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final StringBuffer log = new StringBuffer();
  private final int apiPort;
  private final int sandboxPort;
  private final int managementPort;

  private RunningApplication(Process process, int apiPort, int sandboxPort, int managementPort) {
    this.process = process;
    this.apiPort = apiPort;
    this.sandboxPort = sandboxPort;
    this.managementPort = managementPort;
  }

  public static RunningApplication start(Path dataDir, Map<String, String> options) {
    int[] ports = {freePort(), freePort(), freePort()};
    Map<String, String> all = new LinkedHashMap<>();
    all.put("entrata.data-dir", dataDir.toString());
    all.put("camel.server.port", String.valueOf(ports[0]));
    all.put("entrata.sandbox.port", String.valueOf(ports[1]));
    all.put("camel.management.port", String.valueOf(ports[2]));
    all.putAll(options);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    Optional.ofNullable(System.getProperty("test.compiler")).ifPresent(command::add);
    all.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "dev.camelentrata.Application"));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      RunningApplication application =
          new RunningApplication(process, ports[0], ports[1], ports[2]);
      application.awaitReady();
      return application;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    CompletableFuture<Boolean> ready = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader lines = process.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  log.append(line).append('\n');
                  if (line.contains("camel-entrata is ready")) {
                    ready.complete(true);
                  }
                }
              } catch (IOException e) {
                log.append(e).append('\n');
              }
              ready.complete(false);
            },
            "application-log");
    reader.setDaemon(true);
    reader.start();
    boolean started = ready.completeOnTimeout(false, START.toSeconds(), TimeUnit.SECONDS).join();
    if (!started) {
      process.destroyForcibly();
      throw new IllegalStateException("the application did not get ready:\n" + log);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer with its body as text and, where it is JSON, as a tree. */
  public record Answer(int status, HttpResponse<String> response) {
    public JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new UncheckedIOException("not JSON: " + response.body(), e);
      }
    }

    Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    /** The last part of the problem type. */
    String problem() {
      assertThat(header("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      String type = json().path("type").asText();
      return type.substring(type.lastIndexOf('/') + 1);
    }
  }

  public Answer get(String path, String token) {
    return send(request(apiPort, path).header("Authorization", "Bearer " + token).GET());
  }

  /** The same with one more header. */
  public Answer get(String path, String token, String name, String value) {
    return send(
        request(apiPort, path)
            .header("Authorization", "Bearer " + token)
            .header(name, value)
            .GET());
  }

  /** Straight from the portal, whatever the mirror has. */
  public Answer fresh(String path, String token) {
    return get(path, token, "Cache-Control", "no-cache");
  }

  Answer openSession(String body) {
    return send(json(request(apiPort, "/sessions"), "POST", body));
  }

  /** A token of the sandbox user, who has no second factor. */
  public String token(String username, String password) {
    Answer answer =
        openSession(
            """
            {"company": "sandbox", "username": "%s", "password": "%s"}"""
                .formatted(username, password));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    return answer.json().path("token").asText();
  }

  public Answer api(String method, String path, String token, String body) {
    return send(
        json(request(apiPort, path).header("Authorization", "Bearer " + token), method, body));
  }

  /** A request to write, with its headers. */
  public Answer write(
      String method, String path, String token, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        json(request(apiPort, path).header("Authorization", "Bearer " + token), method, body);
    headers.forEach(request::header);
    return send(request);
  }

  Answer sandbox(String method, String path, String body) {
    return send(json(request(sandboxPort, "/__sandbox" + path), method, body));
  }

  JsonNode counters() {
    return sandbox("GET", "/counters", null).json();
  }

  Answer management(String path) {
    return send(request(managementPort, path).GET());
  }

  private static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(90));
  }

  private static HttpRequest.Builder json(HttpRequest.Builder request, String method, String body) {
    return body == null
        ? request.method(method, BodyPublishers.noBody())
        : request
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(log.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  int apiPort() {
    return apiPort;
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + apiPort + path);
  }

  /** The most memory that the process has had so far, in bytes; without its children. */
  public long mostMemory() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String log() {
    return log.toString();
  }

  /** The processes that the application has started and theirs. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  public boolean alive() {
    return process.isAlive();
  }

  /** Ends it as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Ends it as {@code kill} and Ctrl-C do. */
  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the application did not end:\n" + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
