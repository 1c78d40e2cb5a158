package dev.camelentrata.portal.browser;

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
        .filter(ProcessHandle::isAlive)
        .filter(h -> start == null || start.equals(h.info().startInstant().orElse(null)));
  }
}
