package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What work orders may say: the words of the property's picklists, and vendors that may work. */
final class WorkOrderWords {

  private static final int HOURS_PER_DAY = 24;

  private final DialogRecords records;

  WorkOrderWords(DialogRecords records) {
    this.records = records;
  }

  DialogField choice(DialogDraft draft, String name, String label, String picklist) {
    return DialogField.choice(name, label, records.words(draft.propertyId, picklist));
  }

  boolean isOf(String propertyId, String category, String problem) {
    return records.list("picklists", propertyId).stream()
        .anyMatch(
            word ->
                word.is("kind", "Problem")
                    && word.is("name", problem)
                    && word.is("parent", category));
  }

  List<DialogField.Choice> vendors() {
    return records.list("vendors", null).stream()
        .map(vendor -> new DialogField.Choice(vendor.id(), vendor.text("name")))
        .toList();
  }

  /** A file as the work order lists it. */
  SandboxRecord attachment(SentFile file) {
    return records.element(
        "work-orders", "attachments", file.name(), file.mediaType(), file.bytes());
  }

  /** The day by which a work order of this priority must be done. */
  LocalDate due(String propertyId, String priority, LocalDate created) {
    return records.list("picklists", propertyId).stream()
        .filter(word -> word.is("kind", "Priority") && word.is("name", priority))
        .findFirst()
        .map(word -> (Integer) word.get("slaHours"))
        .map(hours -> created.plusDays((hours + HOURS_PER_DAY - 1) / HOURS_PER_DAY))
        .orElse(null);
  }

  /** Notes what is wrong with a time in which it may be done. */
  void checkWindow(Answers answers, Window window, Mistakes mistakes) {
    String from = answers.text(window.from());
    String to = answers.text(window.to());
    if (!answers.given(window.day()) && (from != null || to != null)) {
      mistakes.add(window.day(), "Scheduled Date is required with a time.");
    }
    if (from != null && to != null && to.compareTo(from) <= 0) {
      mistakes.add(window.to(), "Scheduled End must be after Scheduled Start.");
    }
  }

  /** The names of the fields of a time in which it may be done. */
  record Window(String day, String from, String to) {}

  void checkVendor(Answers answers, String field, Mistakes mistakes) {
    String id = answers.text(field);
    if (id == null) {
      return;
    }
    Optional<SandboxRecord> vendor = records.find("vendors", null, id);
    if (vendor.isEmpty()) {
      mistakes.add(field, "There is no vendor " + id + ".");
    } else if (!vendor.get().is("status", "Active")) {
      String status = vendor.get().text("status");
      mistakes.add(field, vendor.get().text("name") + " cannot be assigned: it is " + status + ".");
    }
  }
}
