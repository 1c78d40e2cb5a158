package dev.camelentrata.bench;

import dev.camelentrata.RunningApplication;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The time that {@code GET …/units} takes through the whole application, straight from the portal.
 */
final class RestBench {

  private static final int WARM_UP = 24;
  private static final int REQUESTS = 120;
  private static final int PROPERTIES = 12;

  private RestBench() {}

  static Map<String, Double> measure(URI portal, Path folder) {
    Map<String, String> options =
        Map.of(
            "entrata.sandbox.enabled", "false", "entrata.company.sandbox.url", portal.toString());
    try (RunningApplication application =
        RunningApplication.start(folder.resolve("application"), options)) {
      String token = application.token("manager@sandbox.test", "manager-pass");
      List<Double> millis = new ArrayList<>();
      for (int i = 0; i < WARM_UP + REQUESTS; i++) {
        String path = "/properties/" + (1001 + i % PROPERTIES) + "/units?limit=500";
        long start = System.nanoTime();
        RunningApplication.Answer answer = application.getFresh(path, token);
        double took = (System.nanoTime() - start) / 1e6;
        if (answer.status() != 200) {
          throw new IllegalStateException(path + " answered " + answer.status());
        }
        if (i >= WARM_UP) {
          millis.add(took);
        }
      }
      Collections.sort(millis);
      return Map.of(
          "p50", millis.get(millis.size() / 2), "p95", millis.get(millis.size() * 95 / 100));
    }
  }
}
