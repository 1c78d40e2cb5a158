package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.time.LocalDate;
import java.util.List;

/** The dialog in which the residents of a lease under notice move out. */
final class MoveOut implements Dialog {

  private static final String DAY = "lease[move_out_date]";

  private final DialogRecords records;
  private final UnitTurnover turnover;
  private final DialogPlan plan;

  MoveOut(DialogRecords records) {
    this.records = records;
    this.turnover = new UnitTurnover(records);
    this.plan =
        DialogPlan.ofLease(
            "moveOut",
            "create_move_out",
            "Move out",
            DialogStep.of(
                    "confirm_move_out",
                    "move_out_form",
                    "Move out",
                    draft -> List.of(DialogField.of(Input.DATE, DAY, "Move-out date").needed()))
                .refusing(this::checkDay));
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  @Override
  public void check(DialogDraft draft, Mistakes mistakes) {
    SandboxRecord lease = records.subject(draft);
    if (!lease.is("status", "Notice")) {
      mistakes.say(
          "Residents move out of a lease under notice; this one is " + lease.text("status") + ".");
    }
  }

  private void checkDay(DialogDraft draft, Mistakes mistakes) {
    SandboxRecord lease = records.subject(draft);
    LocalDate day = draft.answers.day(DAY);
    LocalDate notice = lease.day("noticeOn");
    if (notice != null && day.isBefore(notice)) {
      mistakes.add(DAY, "Move-out date must not be before notice was given.");
    } else if (day.isAfter(records.today())) {
      mistakes.add(DAY, "Move-out date must not be after today.");
    }
  }

  @Override
  public Made commit(DialogDraft draft) {
    SandboxRecord lease = records.subject(draft);
    LocalDate day = draft.answers.day(DAY);
    records.replace("leases", lease.change().set("status", "Past").set("moveOutOn", day).made());
    turnover.movedOut(lease.text("unitId"), day);
    return new Made("leases", lease.id(), "MO");
  }
}
