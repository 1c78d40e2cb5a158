package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.util.List;

/** The dialog that gives up an applicant's or a future lease. */
final class CancelLease implements Dialog {

  private static final String REASON = "lease[cancel_reason]";

  private final DialogRecords records;
  private final UnitTurnover turnover;
  private final DialogPlan plan;

  CancelLease(DialogRecords records) {
    this.records = records;
    this.turnover = new UnitTurnover(records);
    this.plan =
        DialogPlan.ofLease(
            "cancelLease",
            "create_cancellation",
            "Cancel lease",
            DialogStep.of(
                "confirm_cancellation",
                "cancellation_form",
                "Cancel",
                draft -> List.of(DialogField.of(Input.TEXT, REASON, "Reason").upTo(100).needed())));
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  @Override
  public void check(DialogDraft draft, Mistakes mistakes) {
    SandboxRecord lease = records.subject(draft);
    if (!lease.is("status", "Applicant") && !lease.is("status", "Future")) {
      mistakes.say(
          "Only an applicant's or a future lease is cancelled; this one is "
              + lease.text("status")
              + ".");
    }
  }

  @Override
  public Made commit(DialogDraft draft) {
    SandboxRecord lease = records.subject(draft);
    records.replace("leases", lease.with("status", "Cancelled"));
    for (SandboxRecord document : records.list("documents", draft.propertyId)) {
      if (document.is("leaseId", lease.id()) && !document.is("status", "Completed")) {
        records.replace("documents", document.with("status", "Voided"));
      }
    }
    String unitId = lease.text("unitId");
    boolean held =
        records.list("leases", draft.propertyId).stream()
            .anyMatch(other -> other.is("unitId", unitId) && other.is("status", "Future"));
    if (!held) {
      turnover.givenUp(unitId);
    }
    return new Made("leases", lease.id(), "CN", draft.answers.text(REASON));
  }
}
