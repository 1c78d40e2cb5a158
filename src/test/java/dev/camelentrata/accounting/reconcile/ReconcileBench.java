package dev.camelentrata.accounting.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A month of 1,000,000 ledger lines reconciled with the journal, the books and the bank deposits,
 * by a process of 512 MiB of heap: once clean, once with three differences. Beside it a bare select
 * of the same rows in the same process. {@code -Dlines} changes how many.
 */
public final class ReconcileBench {

  private static final double BAR_SECONDS = 60;

  private ReconcileBench() {}

  /** Writes the results to the file named by the first argument. */
  public static void main(String[] args) throws Exception {
    int lines = Integer.getInteger("lines", 1_000_000);
    Path file = Files.createTempFile("reconcile", ".json");
    Process child =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ReconcileBenchRun.class.getName(),
                    String.valueOf(lines),
                    file.toString()))
            .inheritIO()
            .start();
    if (child.waitFor() != 0) {
      throw new IllegalStateException("the reconciling process failed");
    }
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode results = (ObjectNode) json.readTree(file.toFile());
    Files.delete(file);
    results.put(
        "ratioToBareSelect",
        results.path("cleanSeconds").asDouble() / results.path("bareSelectSeconds").asDouble());
    boolean reached = !results.has("wrong");
    for (String what : List.of("cleanSeconds", "tamperedSeconds")) {
      JsonNode seconds = results.path(what);
      reached &= seconds.asDouble() < BAR_SECONDS;
      System.out.printf(
          Locale.ROOT,
          "%s: %,.1f s for %,d lines (bar: under %.0f s)%n",
          what,
          seconds.asDouble(),
          lines,
          BAR_SECONDS);
    }
    results.put("reached", reached);
    Path output = Path.of(args[0]);
    Files.createDirectories(output.toAbsolutePath().getParent());
    json.writeValue(output.toFile(), results);
    System.out.println("Written to " + output);
    System.exit(reached ? 0 : 1);
  }
}
