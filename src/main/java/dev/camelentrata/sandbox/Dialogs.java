package dev.camelentrata.sandbox;

import java.util.List;

/** All dialogs of the portal, in the order of their buttons. */
final class Dialogs {

  private Dialogs() {}

  static List<Dialog> all(SandboxState state) {
    DialogRecords records = new DialogRecords(state.records, state.content);
    return List.of(
        new NewLease(records),
        new Renewal(records),
        new GiveNotice(records),
        new MoveIn(records),
        new MoveOut(records),
        new CancelLease(records),
        ApprovalDecision.approving(records),
        ApprovalDecision.rejecting(records),
        new SignatureRequest(records),
        SignatureChange.resending(records),
        SignatureChange.voiding(records),
        new NewWorkOrder(records, state.files),
        new ChangeWorkOrder(records, state.files),
        new ChangeResident(records),
        new InviteResident(records),
        new NewLead(records),
        new ChangeLead(records),
        new PostCharge(records),
        new PostPayment(records),
        new Reversal(records));
  }
}
