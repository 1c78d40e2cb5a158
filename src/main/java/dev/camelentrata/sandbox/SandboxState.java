package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.books.SandboxBooks;
import java.time.Clock;
import java.util.Optional;

/** Everything in the sandbox that changes; lives on the server's one event loop. */
final class SandboxState {

  static final int USUAL_REPORT_DELAY_MILLIS = 300;

  final Clock clock;
  final SandboxSettings settings;
  final SandboxContent content;
  final SandboxUsers users = new SandboxUsers();
  final SandboxRecords records;
  final SignIns signIns;
  final TotpCheck totp;
  final Counters counters = new Counters();
  final Faults faults = new Faults();
  final Reports reports = new Reports();
  final DialogDrafts drafts = new DialogDrafts();
  final FileShelf files = new FileShelf();
  final HeldCalls held = new HeldCalls();
  final ActivityLog activity;
  final SandboxBooks books;
  int latencyMillis;
  int reportDelayMillis = USUAL_REPORT_DELAY_MILLIS;

  final Optional<ReportDrops> drops;

  SandboxState(SandboxSettings settings, Clock clock) {
    this(settings, Optional.empty(), clock);
  }

  SandboxState(SandboxSettings settings, Optional<ReportSchedule> schedule, Clock clock) {
    this.clock = clock;
    this.settings = settings;
    content = new SandboxContent(clock, settings);
    records = new SandboxRecords(content, users);
    signIns = new SignIns(clock, settings.idleTimeout());
    totp = new TotpCheck(clock);
    activity = new ActivityLog(clock);
    books =
        new SandboxBooks(
            clock, () -> content.properties().stream().map(SandboxProperty::id).toList());
    drops = schedule.map(s -> new ReportDrops(s, content, records));
  }

  void reset(int properties, int unitsPerProperty, boolean keepSessions) {
    content.regenerate(properties, unitsPerProperty);
    records.reset();
    users.reset();
    totp.reset();
    faults.clear();
    held.letAllGo(false);
    reports.clear();
    counters.clear();
    drafts.clear();
    files.clear();
    activity.clear();
    books.reset(keepSessions);
    latencyMillis = 0;
    reportDelayMillis = USUAL_REPORT_DELAY_MILLIS;
    if (!keepSessions) {
      signIns.expire(null);
    }
  }
}
