package dev.camelentrata.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A child JVM that runs {@link DatabaseHolder}; killed at the latest when closed. */
record HolderProcess(Process process, ProcessHandle server) implements AutoCloseable {

  private static final Pattern HOLDING = Pattern.compile("holding with server (\\d+)");

  /** Starts it with this search path, null for ours, and waits until it holds the database. */
  static HolderProcess start(Path data, String searchPath) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            DatabaseHolder.class.getName(),
            data.toString());
    if (searchPath != null) {
      builder.environment().put("PATH", searchPath);
    }
    Process process = builder.redirectErrorStream(true).start();
    List<String> said = new ArrayList<>();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      Matcher holding = HOLDING.matcher(line);
      if (holding.find()) {
        return new HolderProcess(
            process, ProcessHandle.of(Long.parseLong(holding.group(1))).orElseThrow());
      }
      said.add(line);
    }
    throw new IOException("the holder ended early: " + String.join("\n", said));
  }

  /** The same as kill -9: it can do nothing about it. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
