package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.util.ArrayList;
import java.util.List;

/** The dialog that changes a work order: what is left out stays. */
final class ChangeWorkOrder implements Dialog {

  private static final String STATUS = "maintenance_request[status]";
  private static final String PRIORITY = "maintenance_request[priority]";
  private static final String ASSIGNED = "maintenance_request[assigned_to]";
  private static final String VENDOR = "maintenance_request[vendor_id]";
  private static final String NOTE = "maintenance_request[note]";
  private static final WorkOrderWords.Window WINDOW =
      new WorkOrderWords.Window(
          "maintenance_request[scheduled_date]",
          "maintenance_request[scheduled_start]",
          "maintenance_request[scheduled_end]");

  private final DialogRecords records;
  private final WorkOrderWords words;
  private final FileShelf shelf;
  private final DialogPlan plan;

  ChangeWorkOrder(DialogRecords records, FileShelf shelf) {
    this.records = records;
    this.words = new WorkOrderWords(records);
    this.shelf = shelf;
    this.plan =
        new DialogPlan(
            "updateWorkOrder",
            "customer_work_orders_newxxx",
            "customer_work_order_newxxx",
            "edit_work_order",
            "Change",
            "work-orders",
            false,
            "maintenance_request",
            List.of(
                DialogStep.of(
                        "save_work_order_changes", "work_order_changes", "Changes", this::fields)
                    .refusing(this::checkChanges),
                DialogStep.of(
                        "confirm_work_order_changes",
                        "work_order_changes_confirm",
                        "Attachments and confirmation",
                        draft -> List.of())
                    .attaching("add_work_order_attachment", "attachment[file]")));
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  private List<DialogField> fields(DialogDraft draft) {
    SandboxRecord order = records.subject(draft);
    return List.of(
        DialogField.choice(
                STATUS, "Status", records.kind("work-orders").fields().field("status").words())
            .showing(order.text("status")),
        words.choice(draft, PRIORITY, "Priority", "Priority").showing(order.text("priority")),
        DialogField.of(Input.TEXT, ASSIGNED, "Assigned to")
            .upTo(100)
            .showing(order.text("assignedTo")),
        DialogField.open(VENDOR, "Vendor", words.vendors()).showing(order.text("vendorId")),
        DialogField.of(Input.DATE, WINDOW.day(), "Scheduled Date")
            .showing(UsText.date(order.day("scheduledOn"))),
        DialogField.of(Input.TIME, WINDOW.from(), "Scheduled Start")
            .showing(order.text("scheduledFrom")),
        DialogField.of(Input.TIME, WINDOW.to(), "Scheduled End").showing(order.text("scheduledTo")),
        DialogField.of(Input.LONG_TEXT, NOTE, "Note").upTo(2000));
  }

  private void checkChanges(DialogDraft draft, Mistakes mistakes) {
    SandboxRecord order = records.subject(draft);
    Answers answers = draft.answers;
    words.checkWindow(answers, WINDOW, mistakes);
    if (answers.given(VENDOR) && !order.is("vendorId", answers.text(VENDOR))) {
      words.checkVendor(answers, VENDOR, mistakes);
    }
    String status = answers.text(STATUS);
    if (order.is("status", "Cancelled") && !"Open".equals(status)) {
      mistakes.add(STATUS, "This work order is cancelled; it can only be opened again.");
    }
  }

  @Override
  public Made commit(DialogDraft draft) {
    SandboxRecord order = records.subject(draft);
    Answers answers = draft.answers;
    SandboxRecord.Draft changed = order.change();
    if (answers.given(STATUS)) {
      String status = answers.text(STATUS);
      changed.set("status", status);
      if (!order.is("status", status)) {
        changed.set("completedOn", status.equals("Completed") ? records.today() : null);
      }
    }
    if (answers.given(PRIORITY) && !order.is("priority", answers.text(PRIORITY))) {
      String priority = answers.text(PRIORITY);
      changed.set("priority", priority);
      changed.set("dueOn", words.due(draft.propertyId, priority, order.day("createdOn")));
    }
    if (answers.has(ASSIGNED)) {
      changed.set("assignedTo", answers.text(ASSIGNED));
    }
    if (answers.has(VENDOR)) {
      changed.set("vendorId", answers.text(VENDOR));
    }
    if (answers.given(WINDOW.day())) {
      changed
          .set("scheduledOn", answers.day(WINDOW.day()))
          .set("scheduledFrom", answers.text(WINDOW.from()))
          .set("scheduledTo", answers.text(WINDOW.to()));
    }
    if (answers.given(NOTE)) {
      changed.set("notes", withNote(order, answers.text(NOTE), draft.user.name()));
    }
    List<SandboxRecord> attachments = new ArrayList<>(PortalText.records(order.get("attachments")));
    draft.files.forEach(file -> attachments.add(words.attachment(file)));
    records.replace("work-orders", changed.set("attachments", List.copyOf(attachments)).made());
    shelf.keep(order.id(), draft.files);
    return new Made("work-orders", order.id(), "WU");
  }

  private List<SandboxRecord> withNote(SandboxRecord order, String note, String by) {
    List<SandboxRecord> notes = new ArrayList<>(PortalText.records(order.get("notes")));
    notes.add(records.element("work-orders", "notes", note, by, records.today()));
    return List.copyOf(notes);
  }
}
