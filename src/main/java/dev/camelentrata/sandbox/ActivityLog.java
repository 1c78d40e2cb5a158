package dev.camelentrata.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was confirmed in the portal's dialogs, in that order. For one thread only. */
final class ActivityLog {

  private final Clock clock;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** One confirmed dialog, as the control API shows it. */
  record Entry(
      String reference,
      String write,
      String kind,
      String entityId,
      String propertyId,
      String confirmation,
      String note,
      String user,
      Instant at) {}

  ActivityLog(Clock clock) {
    this.clock = clock;
  }

  /** Writes an entry under the next confirmation number of its kind. */
  Entry add(DialogDraft draft, String reference, Dialog.Made made) {
    int year = LocalDate.ofInstant(clock.instant(), SandboxContent.PORTAL_ZONE).getYear();
    int number = numbers.merge(made.prefix(), 1, Integer::sum);
    Entry entry =
        new Entry(
            reference,
            draft.plan.write(),
            made.kind(),
            made.id(),
            draft.propertyId,
            String.format(Locale.ROOT, "%s-%d-%06d", made.prefix(), year, number),
            made.note(),
            draft.user.name(),
            clock.instant());
    entries.add(entry);
    return entry;
  }

  /** The entries with exactly this reference, or all if it is null. */
  List<Entry> of(String reference) {
    return entries.stream()
        .filter(entry -> reference == null || entry.reference.equals(reference))
        .toList();
  }

  /** The entries whose reference begins so, the latest first. */
  List<Entry> search(String beginning) {
    List<Entry> found = new ArrayList<>();
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).reference.startsWith(beginning)) {
        found.add(entries.get(i));
      }
    }
    return found;
  }

  void clear() {
    entries.clear();
    numbers.clear();
  }
}
