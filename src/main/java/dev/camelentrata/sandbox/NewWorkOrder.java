package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Choice;
import dev.camelentrata.sandbox.DialogField.Input;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The dialog for a new work order: problem, schedule, attachments, confirmation. */
final class NewWorkOrder implements Dialog {

  private static final String UNIT = "maintenance_request[property_unit_id]";
  private static final String LEASE = "maintenance_request[lease_id]";
  private static final String TYPE = "maintenance_request[type]";
  private static final String CATEGORY = "maintenance_request[category]";
  private static final String PRIORITY = "maintenance_request[priority]";
  private static final String PROBLEM = "maintenance_request[problem]";
  private static final String LOCATION = "maintenance_request[location]";
  private static final String DESCRIPTION = "maintenance_request[description]";
  private static final String ENTER = "maintenance_request[permission_to_enter]";
  private static final String PETS = "maintenance_request[pets]";
  private static final String EXTERNAL = "maintenance_request[external_reference]";
  private static final WorkOrderWords.Window WINDOW =
      new WorkOrderWords.Window(
          "maintenance_request[scheduled_date]",
          "maintenance_request[scheduled_start]",
          "maintenance_request[scheduled_end]");

  private final DialogRecords records;
  private final WorkOrderWords words;
  private final FileShelf shelf;
  private final DialogPlan plan;

  NewWorkOrder(DialogRecords records, FileShelf shelf) {
    this.records = records;
    this.words = new WorkOrderWords(records);
    this.shelf = shelf;
    this.plan =
        new DialogPlan(
            "createWorkOrder",
            "customer_work_orders_newxxx",
            "customer_work_order_newxxx",
            "create_work_order",
            "New work order",
            "work-orders",
            true,
            "maintenance_request",
            List.of(
                DialogStep.of("save_problem", "work_order_problem", "Problem", this::problem)
                    .refusing(this::checkProblem),
                DialogStep.of("save_schedule", "work_order_schedule", "Schedule", this::schedule)
                    .refusing((draft, m) -> words.checkWindow(draft.answers, WINDOW, m)),
                DialogStep.of(
                        "confirm_work_order",
                        "work_order_confirm",
                        "Attachments and confirmation",
                        draft -> List.of())
                    .attaching("add_attachment", "attachment[file]")));
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  private List<DialogField> problem(DialogDraft draft) {
    return List.of(
        DialogField.open(UNIT, "Unit", records.units(draft.propertyId)),
        DialogField.open(LEASE, "Lease", leases(draft)),
        DialogField.choice(TYPE, "Type", records.kind("work-orders").fields().field("type").words())
            .needed(),
        words.choice(draft, CATEGORY, "Category", "Category").needed(),
        words.choice(draft, PRIORITY, "Priority", "Priority").needed(),
        words.choice(draft, PROBLEM, "Problem", "Problem").needed(),
        words.choice(draft, LOCATION, "Location", "Location"),
        DialogField.of(Input.LONG_TEXT, DESCRIPTION, "Description").upTo(2000).needed());
  }

  private List<Choice> leases(DialogDraft draft) {
    return records.list("leases", draft.propertyId).stream()
        .filter(lease -> lease.is("status", "Current") || lease.is("status", "Notice"))
        .map(lease -> new Choice(lease.id(), lease.id()))
        .toList();
  }

  private List<DialogField> schedule(DialogDraft draft) {
    return List.of(
        DialogField.of(Input.DATE, WINDOW.day(), "Scheduled Date"),
        DialogField.of(Input.TIME, WINDOW.from(), "Scheduled Start"),
        DialogField.of(Input.TIME, WINDOW.to(), "Scheduled End"),
        DialogField.of(Input.YES_NO, ENTER, "Permission to enter"),
        DialogField.of(Input.YES_NO, PETS, "Pets"),
        DialogField.of(Input.TEXT, EXTERNAL, "External reference").upTo(60));
  }

  private void checkProblem(DialogDraft draft, Mistakes mistakes) {
    Answers answers = draft.answers;
    String unitId = answers.text(UNIT);
    if (unitId != null
        && records.unit(unitId).filter(u -> u.propertyId().equals(draft.propertyId)).isEmpty()) {
      String property = records.property(draft.propertyId).name();
      mistakes.add(UNIT, "Unit " + unitId + " is not a unit of " + property + ".");
    }
    String leaseId = answers.text(LEASE);
    if (leaseId != null) {
      Optional<SandboxRecord> lease = records.find("leases", draft.propertyId, leaseId);
      if (lease.isEmpty() || (unitId != null && !lease.get().is("unitId", unitId))) {
        mistakes.add(LEASE, "Lease " + leaseId + " is not a lease of this property and unit.");
      }
    }
    String category = answers.text(CATEGORY);
    String problem = answers.text(PROBLEM);
    if (!words.isOf(draft.propertyId, category, problem)) {
      mistakes.add(PROBLEM, "Problem " + problem + " is not of the category " + category + ".");
    }
  }

  @Override
  public Made commit(DialogDraft draft) {
    Answers answers = draft.answers;
    LocalDate today = records.today();
    String priority = answers.text(PRIORITY);
    String unitId = answers.text(UNIT);
    if (unitId == null && answers.given(LEASE)) {
      unitId =
          records
              .find("leases", draft.propertyId, answers.text(LEASE))
              .orElseThrow()
              .text("unitId");
    }
    SandboxRecord made =
        records.add(
            "work-orders",
            records
                .draft("work-orders")
                .set("unitId", unitId)
                .set("leaseId", answers.text(LEASE))
                .set("type", answers.text(TYPE))
                .set("status", "Open")
                .set("priority", priority)
                .set("category", answers.text(CATEGORY))
                .set("problem", answers.text(PROBLEM))
                .set("location", answers.text(LOCATION))
                .set("description", answers.text(DESCRIPTION))
                .set("createdOn", today)
                .set("scheduledOn", answers.day(WINDOW.day()))
                .set("scheduledFrom", answers.text(WINDOW.from()))
                .set("scheduledTo", answers.text(WINDOW.to()))
                .set("dueOn", words.due(draft.propertyId, priority, today))
                .set("permissionToEnter", Boolean.TRUE.equals(answers.truth(ENTER)))
                .set("pets", Boolean.TRUE.equals(answers.truth(PETS)))
                .set("attachments", draft.files.stream().map(words::attachment).toList())
                .set("externalReference", answers.text(EXTERNAL)),
            draft.propertyId);
    shelf.keep(made.id(), draft.files);
    return new Made("work-orders", made.id(), "WO");
  }
}
