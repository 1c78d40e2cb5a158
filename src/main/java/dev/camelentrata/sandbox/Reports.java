package dev.camelentrata.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reports that were asked for, the latest ones only. For one thread only. */
final class Reports {

  private static final int MOST = 200;

  private final Map<String, Report> byToken = new LinkedHashMap<>();

  /** A report that was asked for. */
  record Report(
      String token,
      String username,
      String name,
      String format,
      List<String> propertyIds,
      boolean ready) {}

  void put(Report report) {
    byToken.put(report.token(), report);
    if (byToken.size() > MOST) {
      byToken.remove(byToken.keySet().iterator().next());
    }
  }

  void makeReady(String token) {
    byToken.computeIfPresent(
        token, (t, r) -> new Report(t, r.username(), r.name(), r.format(), r.propertyIds(), true));
  }

  /** The user's report of this token. */
  Report find(String token, SandboxUser user) {
    Report report = byToken.get(token);
    if (report == null || !report.username().equals(user.username())) {
      throw Refusal.notFound("This report");
    }
    return report;
  }

  void clear() {
    byToken.clear();
  }
}
