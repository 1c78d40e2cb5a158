package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.util.List;

/** The dialog that invites a resident to the resident portal. */
final class InviteResident implements Dialog {

  private static final String MESSAGE = "customer[message]";

  private final DialogRecords records;
  private final DialogPlan plan;

  InviteResident(DialogRecords records) {
    this.records = records;
    this.plan =
        DialogPlan.ofResident(
            "inviteResident",
            "create_invite",
            "Invite to resident portal",
            DialogStep.of(
                "confirm_invite",
                "invite_form",
                "Invitation",
                draft -> List.of(DialogField.of(Input.LONG_TEXT, MESSAGE, "Message").upTo(1000))));
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  @Override
  public void check(DialogDraft draft, Mistakes mistakes) {
    SandboxRecord resident = records.subject(draft);
    if (resident.text("email") == null) {
      mistakes.say(LeasePeople.name(resident) + " has no e-mail address.");
    } else if (resident.is("invite", "Registered")) {
      mistakes.say(LeasePeople.name(resident) + " uses the resident portal already.");
    } else if (resident.is("status", "Past") || resident.is("status", "Cancelled")) {
      mistakes.say("The lease is " + resident.text("status") + "; nobody is invited any more.");
    }
  }

  @Override
  public Made commit(DialogDraft draft) {
    SandboxRecord resident = records.subject(draft);
    records.replace(
        "residents",
        resident.change().set("invite", "Invited").set("invitedOn", records.today()).made());
    return new Made("residents", resident.id(), "IV");
  }
}
