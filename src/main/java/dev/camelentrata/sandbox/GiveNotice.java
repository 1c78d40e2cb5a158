package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.time.LocalDate;
import java.util.List;

/** The dialog in which the residents of a current lease give notice. */
final class GiveNotice implements Dialog {

  private static final String NOTICE = "lease[notice_date]";
  private static final String MOVE_OUT = "lease[move_out_date]";
  private static final String TYPE = "lease[move_out_type]";
  private static final String REASON = "lease[move_out_reason]";

  private final DialogRecords records;
  private final UnitTurnover turnover;
  private final DialogPlan plan;

  GiveNotice(DialogRecords records) {
    this.records = records;
    this.turnover = new UnitTurnover(records);
    this.plan =
        DialogPlan.ofLease(
            "giveNotice",
            "create_notice",
            "Give notice",
            DialogStep.of("confirm_notice", "notice_form", "Notice", draft -> fields())
                .refusing(this::checkDates));
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  private List<DialogField> fields() {
    List<String> types = records.kind("leases").fields().field("moveOutType").words();
    return List.of(
        DialogField.of(Input.DATE, NOTICE, "Notice date").needed(),
        DialogField.of(Input.DATE, MOVE_OUT, "Move-out date").needed(),
        DialogField.choice(TYPE, "Move-out type", types).needed(),
        DialogField.of(Input.TEXT, REASON, "Reason").upTo(100).needed());
  }

  @Override
  public void check(DialogDraft draft, Mistakes mistakes) {
    SandboxRecord lease = records.subject(draft);
    if (!lease.is("status", "Current")) {
      mistakes.say("Notice is given on a current lease; this one is " + lease.text("status") + ".");
    }
  }

  private void checkDates(DialogDraft draft, Mistakes mistakes) {
    LocalDate notice = draft.answers.day(NOTICE);
    LocalDate moveOut = draft.answers.day(MOVE_OUT);
    if (notice.isAfter(records.today())) {
      mistakes.add(NOTICE, "Notice date must not be after today.");
    }
    if (!moveOut.isAfter(notice)) {
      mistakes.add(MOVE_OUT, "Move-out date must be after the notice date.");
    }
    SandboxRecord lease = records.subject(draft);
    boolean renewed =
        records.list("leases", draft.propertyId).stream()
            .anyMatch(
                other -> other.is("previousLeaseId", lease.id()) && other.is("status", "Future"));
    if (renewed) {
      mistakes.say("This lease has a renewal; cancel that first.");
    }
  }

  @Override
  public Made commit(DialogDraft draft) {
    SandboxRecord lease = records.subject(draft);
    LocalDate moveOut = draft.answers.day(MOVE_OUT);
    records.replace(
        "leases",
        lease
            .change()
            .set("status", "Notice")
            .set("noticeOn", draft.answers.day(NOTICE))
            .set("moveOutOn", moveOut)
            .set("moveOutType", draft.answers.text(TYPE))
            .set("moveOutReason", draft.answers.text(REASON))
            .made());
    turnover.notice(lease.text("unitId"), moveOut);
    return new Made("leases", lease.id(), "NT");
  }
}
