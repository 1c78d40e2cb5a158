package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dialog in which one of a lease's approvals is given, or refused with a reason. */
final class ApprovalDecision implements Dialog {

  private static final String KIND = "approval[kind]";
  private static final String REASON = "approval[reason]";
  private static final Set<String> DECIDE_ALL = Set.of("Regional Manager", "Service User");

  private final DialogRecords records;
  private final boolean approves;
  private final DialogPlan plan;

  private ApprovalDecision(DialogRecords records, boolean approves) {
    this.records = records;
    this.approves = approves;
    String noun = approves ? "approval" : "rejection";
    this.plan =
        DialogPlan.ofLease(
            approves ? "approveLease" : "rejectLease",
            "create_" + noun,
            approves ? "Approve" : "Reject",
            DialogStep.of("confirm_" + noun, noun + "_form", "Decision", this::fields)
                .refusing(this::checkKind));
  }

  static Dialog approving(DialogRecords records) {
    return new ApprovalDecision(records, true);
  }

  static Dialog rejecting(DialogRecords records) {
    return new ApprovalDecision(records, false);
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  private List<DialogField> fields(DialogDraft draft) {
    List<DialogField.Choice> kinds =
        PortalText.records(records.subject(draft).get("approvals")).stream()
            .map(approval -> approval.text("kind"))
            .map(kind -> new DialogField.Choice(kind, kind))
            .toList();
    DialogField reason = DialogField.of(Input.LONG_TEXT, REASON, "Reason").upTo(500);
    List<DialogField> fields = new ArrayList<>();
    fields.add(DialogField.open(KIND, "Approval", kinds).needed());
    fields.add(approves ? reason : reason.needed());
    return fields;
  }

  @Override
  public void check(DialogDraft draft, Mistakes mistakes) {
    SandboxRecord lease = records.subject(draft);
    if (lease.is("approval", "Rejected")) {
      mistakes.say("This lease was rejected.");
    } else if (!lease.is("approval", "Pending")) {
      mistakes.say("This lease waits for no approval.");
    } else if (lease.is("status", "Cancelled")) {
      mistakes.say("This lease is cancelled.");
    }
  }

  private void checkKind(DialogDraft draft, Mistakes mistakes) {
    String kind = draft.answers.text(KIND);
    Optional<SandboxRecord> found = LeaseApprovals.of(records.subject(draft), kind);
    if (found.isEmpty()) {
      mistakes.add(KIND, "This lease needs no approval of the kind " + kind + ".");
    } else if (!found.get().is("status", "Pending")) {
      mistakes.add(KIND, kind + " is " + found.get().text("status") + " already.");
    } else if (!DECIDE_ALL.contains(draft.user.role())
        && !found.get().is("role", draft.user.role())) {
      mistakes.add(
          KIND, kind + " is decided by the role " + found.get().text("role") + ", not by yours.");
    }
  }

  @Override
  public Made commit(DialogDraft draft) {
    SandboxRecord lease = records.subject(draft);
    records.replace(
        "leases",
        LeaseApprovals.decided(
            lease,
            draft.answers.text(KIND),
            approves ? "Approved" : "Rejected",
            draft.user.name(),
            records.today(),
            draft.answers.text(REASON)));
    return new Made("leases", lease.id(), approves ? "AP" : "RJ");
  }
}
