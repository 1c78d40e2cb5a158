package dev.camelentrata.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Large files into the mirror, in a process of 512 MiB of heap: a CSV of 1,000,000 payments, the
 * same a day later with one row in a hundred changed, and an XLSX of 200,000 work orders, each
 * beside a bare read of the same file with the same library in the same process.
 */
public final class IngestBench {

  private static final double BAR = 0.4;

  private IngestBench() {}

  /** Writes the results to the file named by the first argument. */
  public static void main(String[] args) throws Exception {
    Path output = Path.of(args[0]);
    Path folder = Files.createTempDirectory("ingest-bench");
    try {
      int payments = Integer.getInteger("payments", 1_000_000);
      int workOrders = Integer.getInteger("workOrders", 200_000);
      BenchFiles.payments(folder.resolve("2026-11-24_Payment Details.csv"), payments, payments + 1);
      BenchFiles.payments(folder.resolve("2026-11-25_Payment Details.csv"), payments, 100);
      BenchFiles.workOrders(folder.resolve("Work Order Details.xlsx"), workOrders);
      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  IngestBenchRun.class.getName(),
                  folder.toString())
              .inheritIO()
              .start();
      if (child.waitFor() != 0) {
        throw new IllegalStateException("the process that takes the files in failed");
      }
      ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      Map<?, ?> results = json.readValue(folder.resolve("results.json").toFile(), Map.class);
      Files.createDirectories(output.toAbsolutePath().getParent());
      json.writeValue(output.toFile(), results);
      System.out.println("Written to " + output);
      boolean reached =
          ((List<?>) results.get("files"))
              .stream().allMatch(f -> ((Number) ((Map<?, ?>) f).get("ratio")).doubleValue() >= BAR);
      System.exit(reached ? 0 : 1);
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
      }
    }
  }
}
