package dev.camelentrata.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Large files into the mirror, by a process of 512 MiB of heap: a CSV of 1,000,000 work orders that
 * are all new, the same a day later with one in a hundred changed, and an XLSX of 200,000 new ones.
 * Each beside a bare read of the same file with the same library, in a process of the same size.
 */
public final class IngestBench {

  private static final double BAR = 0.4;
  private static final int TRIES = 2;

  private final Path folder;
  private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private IngestBench(Path folder) {
    this.folder = folder;
  }

  /** Writes the results to the file named by the first argument. */
  public static void main(String[] args) throws Exception {
    Path output = Path.of(args[0]);
    Path folder = Files.createTempDirectory("ingest-bench");
    boolean reached;
    try {
      reached = new IngestBench(folder).run(output);
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
      }
    }
    System.exit(reached ? 0 : 1);
  }

  private boolean run(Path output) throws Exception {
    int rows = Integer.getInteger("csvRows", 1_000_000);
    List<String> files =
        List.of(
            "2026-11-24_Work Order Details.csv",
            "2026-11-25_Work Order Details.csv",
            "Work Order Details.xlsx");
    BenchFiles.csv(folder.resolve(files.get(0)), rows, rows + 1);
    BenchFiles.csv(folder.resolve(files.get(1)), rows, 100);
    BenchFiles.xlsx(folder.resolve(files.get(2)), Integer.getInteger("xlsxRows", 200_000));
    List<String> arguments = new ArrayList<>(List.of(folder.toString()));
    arguments.addAll(files);
    child(IngestBenchRun.class, arguments, ProcessBuilder.Redirect.INHERIT);
    ObjectNode results = (ObjectNode) json.readTree(folder.resolve("results.json").toFile());
    boolean reached = true;
    for (JsonNode file : results.path("files")) {
      reached &= compare((ObjectNode) file);
    }
    System.out.printf(
        Locale.ROOT,
        "PostgreSQL alone, rows that are there already, one statement: %,.0f rows/s%n",
        results.path("insertRowsPerSecond").asDouble());
    Files.createDirectories(output.toAbsolutePath().getParent());
    json.writeValue(output.toFile(), results);
    System.out.println("Written to " + output);
    return reached;
  }

  private boolean compare(ObjectNode result) throws Exception {
    String file = folder.resolve(result.path("file").asText()).toString();
    double bare = Double.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      String seconds = child(BareRead.class, List.of(file), ProcessBuilder.Redirect.PIPE);
      bare = Math.min(bare, Double.parseDouble(seconds.strip()));
    }
    double ratio = bare / result.path("seconds").asDouble();
    long rows = result.path("rows").path("read").asLong();
    result.put("bareRowsPerSecond", rows / bare);
    result.put("ratio", ratio);
    System.out.printf(
        Locale.ROOT,
        "%s: %,.0f rows/s, bare %,.0f rows/s, ratio %.2f (bar: at least %.1f)%n",
        result.path("file").asText(),
        rows / result.path("seconds").asDouble(),
        rows / bare,
        ratio,
        BAR);
    return ratio >= BAR;
  }

  private static String child(Class<?> main, List<String> arguments, ProcessBuilder.Redirect output)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(arguments);
    Process child =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(output)
            .start();
    String said =
        output == ProcessBuilder.Redirect.PIPE
            ? new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            : "";
    if (child.waitFor() != 0) {
      throw new IllegalStateException(main.getSimpleName() + " failed");
    }
    return said;
  }
}
