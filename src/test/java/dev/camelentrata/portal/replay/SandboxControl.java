package dev.camelentrata.portal.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The sandbox's control calls, as far as these tests need them. */
public final class SandboxControl {

  private final URI portal;
  private final HttpClient client = HttpClient.newHttpClient();

  public SandboxControl(URI portal) {
    this.portal = portal;
  }

  public void fault(String json) {
    send(request("/faults").POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
  }

  public void reset() {
    send(request("/reset").POST(HttpRequest.BodyPublishers.ofString("{\"keepSessions\":true}")));
  }

  public int counter(String name) {
    return send(request("/counters").GET()).path(name).asInt(-1);
  }

  /** What the control call answers. */
  public JsonNode get(String path) {
    return send(request(path).GET());
  }

  /** The first word of this kind on the first property's picklists. */
  public JsonNode word(String kind) {
    for (JsonNode word : get("/records/picklists?property=1001")) {
      if (word.path("kind").asText().equals(kind)) {
        return word;
      }
    }
    throw new IllegalStateException("no " + kind);
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
