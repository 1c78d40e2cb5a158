package dev.camelentrata.portal.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds and ends the processes of one browser: driver, browser and everything below them. */
final class BrowserProcesses {

  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private BrowserProcesses() {}

  /** The processes below these, and themselves, as far as they run. */
  static Set<ProcessHandle> trees(List<RunningProcess> roots) {
    Set<ProcessHandle> all = new LinkedHashSet<>();
    for (RunningProcess root : roots) {
      root.alive()
          .ifPresent(
              handle -> {
                handle.descendants().forEach(all::add);
                all.add(handle);
              });
    }
    return all;
  }

  /** The processes whose command line names this profile, even if their parent has gone. */
  static Set<ProcessHandle> ofProfile(Path profile) {
    String name = profile.toString();
    Set<ProcessHandle> all = new LinkedHashSet<>();
    Path proc = Path.of("/proc");
    if (!Files.isReadable(proc.resolve("self/cmdline"))) {
      ProcessHandle.allProcesses()
          .filter(h -> h.info().commandLine().orElse("").contains(name))
          .forEach(all::add);
      return all;
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        if (commandLine(process).contains(name)) {
          ProcessHandle.of(Long.parseLong(process.getFileName().toString())).ifPresent(all::add);
        }
      }
    } catch (IOException e) {
      return all;
    }
    all.removeIf(h -> h.equals(ProcessHandle.current()));
    return all;
  }

  private static String commandLine(Path process) {
    try {
      return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  /** Ends these processes, kindly first, and returns those that could not be ended. */
  static List<ProcessHandle> end(Set<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroy);
    if (!gone(processes, GRACE)) {
      processes.forEach(ProcessHandle::destroyForcibly);
      gone(processes, LIMIT);
    }
    List<ProcessHandle> left = new ArrayList<>(processes);
    left.removeIf(h -> !RunningProcess.runs(h));
    return left;
  }

  /** Waits for these processes to end by themselves. */
  static boolean gone(Set<ProcessHandle> processes, Duration atMost) {
    CompletableFuture<?>[] exits =
        processes.stream()
            .filter(RunningProcess::runs)
            .map(ProcessHandle::onExit)
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(exits).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return processes.stream().allMatch(h -> !RunningProcess.runs(h));
    }
  }

  /** The parent of a process, if it is one of ours. */
  static Optional<RunningProcess> parent(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(ProcessHandle::parent)
        .filter(h -> h.pid() != ProcessHandle.current().pid() && h.pid() > 1)
        .map(RunningProcess::of);
  }
}
