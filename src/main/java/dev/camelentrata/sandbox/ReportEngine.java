package dev.camelentrata.sandbox;

import java.util.List;
import java.util.UUID;

/** Takes reports on and makes them ready after a while, without holding a thread. */
final class ReportEngine {

  private final SandboxState state;
  private final Timer timer;

  /** Runs a task after so many milliseconds, on the event loop. */
  interface Timer {
    void run(int millis, Runnable task);
  }

  ReportEngine(SandboxState state, Timer timer) {
    this.state = state;
    this.timer = timer;
  }

  Reports.Report take(SandboxUser user, String name, String format, List<String> propertyIds) {
    String token = "report_" + UUID.randomUUID().toString().replace("-", "");
    boolean atOnce = state.reportDelayMillis == 0;
    Reports.Report report =
        new Reports.Report(token, user.username(), name, format, propertyIds, atOnce);
    state.reports.put(report);
    if (!atOnce) {
      timer.run(state.reportDelayMillis, () -> state.reports.makeReady(token));
    }
    return report;
  }

  Reports.Report find(String token, SandboxUser user) {
    return state.reports.find(token, user);
  }
}
