package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.time.LocalDate;
import java.util.List;

/** The dialog in which the residents of a future lease move in. */
final class MoveIn implements Dialog {

  private static final String DAY = "lease[move_in_date]";

  private final DialogRecords records;
  private final UnitTurnover turnover;
  private final DialogPlan plan;

  MoveIn(DialogRecords records) {
    this.records = records;
    this.turnover = new UnitTurnover(records);
    this.plan =
        DialogPlan.ofLease(
            "moveIn",
            "create_move_in",
            "Move in",
            DialogStep.of(
                    "confirm_move_in",
                    "move_in_form",
                    "Move in",
                    draft -> List.of(DialogField.of(Input.DATE, DAY, "Move-in date").needed()))
                .refusing(this::checkDay));
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  @Override
  public void check(DialogDraft draft, Mistakes mistakes) {
    SandboxRecord lease = records.subject(draft);
    if (!lease.is("status", "Future")) {
      mistakes.say("Only a future lease moves in; this one is " + lease.text("status") + ".");
    } else if (lease.is("interval", "Renewal")) {
      mistakes.say("A renewal begins by itself; its residents live there already.");
    } else if (!LeaseApprovals.given(lease)) {
      mistakes.say("This lease cannot move in: its approval is " + lease.text("approval") + ".");
    }
  }

  private void checkDay(DialogDraft draft, Mistakes mistakes) {
    SandboxRecord lease = records.subject(draft);
    LocalDate day = draft.answers.day(DAY);
    if (day.isBefore(lease.day("startsOn")) || day.isAfter(lease.day("endsOn"))) {
      mistakes.add(DAY, "Move-in date must be within the lease.");
    } else if (day.isAfter(records.today())) {
      mistakes.add(DAY, "Move-in date must not be after today.");
    }
    SandboxUnit unit = records.unit(lease.text("unitId")).orElseThrow();
    if (!unit.letting().status().vacant()) {
      String status = unit.letting().status().text;
      mistakes.say("Unit " + unit.number() + " is not vacant yet: it is " + status + ".");
    }
  }

  @Override
  public Made commit(DialogDraft draft) {
    SandboxRecord lease = records.subject(draft);
    LocalDate day = draft.answers.day(DAY);
    records.replace("leases", lease.change().set("status", "Current").set("moveInOn", day).made());
    for (SandboxRecord person : records.list("residents", draft.propertyId)) {
      if (person.is("leaseId", lease.id()) && !person.is("relationship", "Guarantor")) {
        records.replace("residents", person.with("moveInOn", day));
      }
    }
    turnover.movedIn(lease.text("unitId"));
    return new Made("leases", lease.id(), "MI");
  }
}
