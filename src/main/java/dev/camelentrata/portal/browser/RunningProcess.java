package dev.camelentrata.portal.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process of ours, told from a later one of the same number by its start time.
 *
 * @param start null if the system does not tell
 */
record RunningProcess(long pid, Instant start) {

  static RunningProcess of(ProcessHandle handle) {
    return new RunningProcess(handle.pid(), handle.info().startInstant().orElse(null));
  }

  static RunningProcess self() {
    return of(ProcessHandle.current());
  }

  /** Its handle, if it still runs. */
  Optional<ProcessHandle> alive() {
    return ProcessHandle.of(pid)
        .filter(RunningProcess::runs)
        .filter(h -> start == null || start.equals(h.info().startInstant().orElse(null)));
  }

  /**
   * Whether a process runs; one that has ended and only waits to be noted by its parent does not.
   */
  static boolean runs(ProcessHandle handle) {
    if (!handle.isAlive()) {
      return false;
    }
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
      return !stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return true;
    }
  }
}
