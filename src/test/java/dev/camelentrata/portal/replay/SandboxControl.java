package dev.camelentrata.portal.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The sandbox's control calls, as far as these tests need them. */
final class SandboxControl {

  private final URI portal;
  private final HttpClient client = HttpClient.newHttpClient();

  SandboxControl(URI portal) {
    this.portal = portal;
  }

  void fault(String json) {
    send(request("/faults").POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
  }

  void reset() {
    send(request("/reset").POST(HttpRequest.BodyPublishers.ofString("{\"keepSessions\":true}")));
  }

  int counter(String name) {
    return send(request("/counters").GET()).path(name).asInt(-1);
  }

  void put(String path, String json) {
    send(request(path).PUT(HttpRequest.BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(portal.resolve("/__sandbox" + path))
        .header("Content-Type", "application/json");
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      return new ObjectMapper().readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
