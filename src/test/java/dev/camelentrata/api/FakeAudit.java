package dev.camelentrata.api;

import dev.camelentrata.security.AuditLog;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An audit log in memory. */
final class FakeAudit implements AuditLog {

  record Entry(
      String actor,
      String action,
      String subject,
      String remote,
      String outcome,
      Map<String, String> details) {}

  final List<Entry> entries = new CopyOnWriteArrayList<>();

  @Override
  public void append(
      String actor,
      String action,
      String subject,
      String remote,
      String outcome,
      Map<String, String> details) {
    entries.add(new Entry(actor, action, subject, remote, outcome, details));
  }
}
