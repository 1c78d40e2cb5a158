package dev.camelentrata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Has a running application reconcile the books and prints what came of it, for use from cron. Ends
 * with 0 if all agrees, 3 if there are variances, 1 if it could not be done.
 *
 * <p>Arguments: {@code date=2026-11-27}, or {@code from=} and {@code to=}; {@code property=},
 * {@code repair=true}. Environment: {@code ENTRATA_API_URL} (http://127.0.0.1:8080), {@code
 * ENTRATA_RECONCILE_ACCOUNT} (sandbox-service) and {@code ENTRATA_RECONCILE_KEY}, the account's
 * key.
 */
public final class Reconcile {

  static final int MATCHED = 0;
  static final int FAILED = 1;
  static final int VARIANCES = 3;

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String api;
  private final Map<String, String> environment;
  private final PrintStream out;
  private String token;

  /** With the environment that says where and as whom. */
  Reconcile(Map<String, String> environment, PrintStream out) {
    this.environment = Map.copyOf(environment);
    this.api = environment.getOrDefault("ENTRATA_API_URL", "http://127.0.0.1:8080");
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(new Reconcile(System.getenv(), System.out).run(arguments));
  }

  /** Gives the exit code. */
  int run(String... arguments) {
    try {
      ObjectNode order = order(arguments);
      token = call("POST", "/sessions", login(), 201).at("/token").asText();
      try {
        return report(await(call("POST", "/reconciliations", order, 202).path("data")));
      } finally {
        call("DELETE", "/sessions/current", null, 204);
      }
    } catch (IOException | IllegalArgumentException e) {
      out.println("camel-entrata: " + e.getMessage());
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  private ObjectNode order(String... arguments) {
    ObjectNode order = json.createObjectNode();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      if (parts.length == 2 && !parts[1].isEmpty()) {
        switch (parts[0]) {
          case "date", "from", "to" -> order.put(parts[0], parts[1]);
          case "property" -> order.put("propertyId", parts[1]);
          case "repair" -> order.put("repair", Boolean.parseBoolean(parts[1]));
          default ->
              throw new IllegalArgumentException(
                  parts[0] + " is unknown; there are date, from, to, property, repair.");
        }
      }
    }
    if (!order.has("date") && !order.has("from")) {
      throw new IllegalArgumentException("Say which day: DATE=2026-11-27, or FROM= and TO=.");
    }
    return order;
  }

  private ObjectNode login() {
    ObjectNode login = json.createObjectNode();
    login.put("account", environment.getOrDefault("ENTRATA_RECONCILE_ACCOUNT", "sandbox-service"));
    String key = environment.getOrDefault("ENTRATA_RECONCILE_KEY", "");
    if (!key.isEmpty()) {
      login.put("key", key);
    }
    login.putArray("scopes").add("accounting:read").add("accounting:write");
    return login;
  }

  private JsonNode await(JsonNode started) throws IOException, InterruptedException {
    JsonNode run = started;
    while (run.path("state").asText().equals("running")) {
      LockSupport.parkNanos(PAUSE.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      run = call("GET", "/reconciliations/" + run.path("id").asText(), null, 200).path("data");
    }
    return run;
  }

  private int report(JsonNode run) throws IOException, InterruptedException {
    String state = run.path("state").asText();
    out.printf(
        "%s, %s to %s, %d properties: %s%n%n",
        run.path("id").asText(),
        run.path("from").asText(),
        run.path("to").asText(),
        run.path("propertyIds").size(),
        state);
    out.printf("%-18s %-8s %26s %26s %9s%n", "step", "", "expected", "found", "variances");
    for (JsonNode step : run.path("steps")) {
      out.printf(
          "%-18s %-8s %26s %26s %9d%n",
          step.path("step").asText(),
          step.path("state").asText(),
          sum(step.path("expected")),
          sum(step.path("found")),
          step.path("variances").asInt());
      if (!step.path("connectionId").isNull()) {
        out.println("    " + step.path("connectionId").asText());
      }
      if (!step.path("reason").isNull()) {
        out.println("    " + step.path("reason").asText());
      }
    }
    if (!run.path("error").isNull()) {
      out.println();
      out.println(run.path("error").asText());
    }
    variances(run);
    return switch (state) {
      case "matched" -> MATCHED;
      case "variances" -> VARIANCES;
      default -> FAILED;
    };
  }

  private void variances(JsonNode run) throws IOException, InterruptedException {
    String path = "/reconciliations/" + run.path("id").asText() + "/variances?state=open&limit=100";
    JsonNode page = call("GET", path, null, 200);
    for (JsonNode variance : page.path("data")) {
      out.printf(
          "%n%s  %s  property %s  %s  %s%n    %s%n",
          variance.path("kind").asText(),
          variance.path("day").asText(),
          variance.path("propertyId").asText(),
          variance.path("step").asText(),
          variance.path("id").asText(),
          variance.path("detail").asText());
    }
    if (!page.path("nextCursor").isNull()) {
      out.printf("%nThere are more: GET %s%n", path);
    }
  }

  private static String sum(JsonNode side) {
    return String.format(
        Locale.ROOT,
        "%,d / %s %s",
        side.path("count").asLong(),
        side.at("/amount/amount").asText(),
        side.at("/amount/currency").asText());
  }

  private JsonNode call(String method, String path, ObjectNode body, int expected)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api + path)).timeout(Duration.ofMinutes(2));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    HttpResponse<String> answer;
    try {
      answer =
          http.send(
              request
                  .method(
                      method,
                      body == null
                          ? BodyPublishers.noBody()
                          : BodyPublishers.ofString(body.toString()))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IOException(api + " does not answer; is camel-entrata running there?", e);
    }
    JsonNode said = answer.body().isEmpty() ? json.nullNode() : json.readTree(answer.body());
    if (answer.statusCode() != expected) {
      throw new IOException(
          method
              + " "
              + path
              + " was answered with "
              + answer.statusCode()
              + ": "
              + said.path("detail").asText(said.path("title").asText())
              + said.path("errors"));
    }
    return said;
  }
}
