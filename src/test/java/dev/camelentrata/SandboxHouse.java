package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.sandbox.SandboxPortal;
import dev.camelentrata.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** A sandbox portal that outlives the applications which use it. */
final class SandboxHouse implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final SandboxPortal portal;

  SandboxHouse(int properties, int units) {
    portal =
        SandboxPortal.start(
            SandboxSettings.defaults().withSize(properties, units), Clock.systemUTC());
  }

  int port() {
    return portal.baseUri().getPort();
  }

  /** Options of an application that uses it, with these added. */
  Map<String, String> options(Map<String, String> more) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("entrata.sandbox.enabled", "false");
    options.put("entrata.company.sandbox.url", portal.baseUri().toString());
    options.put("entrata.api.requests-per-minute", "100000");
    options.putAll(more);
    return options;
  }

  JsonNode control(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(portal.baseUri() + "/__sandbox" + path))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 204);
      return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    portal.close();
  }
}
