package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.util.ArrayList;
import java.util.List;

/** The dialog that changes a lead: what is left out stays. */
final class ChangeLead implements Dialog {

  private static final String STATUS = "lead[status]";
  private static final List<String> STATUSES =
      List.of("Guest Card Completed", "Application Started", "Cancelled", "Archived");

  private final DialogRecords records;
  private final DialogPlan plan;

  ChangeLead(DialogRecords records) {
    this.records = records;
    this.plan =
        new DialogPlan(
            "updateLead",
            "applicationsxxx",
            "applicationsxxx",
            "edit_lead",
            "Change",
            "leads",
            false,
            "lead",
            List.of(
                DialogStep.of("confirm_lead_changes", "lead_changes", "Changes", this::fields)
                    .refusing(this::checkChanges)));
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  private List<DialogField> fields(DialogDraft draft) {
    SandboxRecord lead = records.subject(draft);
    String status = lead.text("status");
    List<String> statuses = new ArrayList<>(STATUSES);
    if (!statuses.contains(status)) {
      statuses.add(status);
    }
    List<DialogField> fields = new ArrayList<>();
    fields.add(DialogField.of(Input.EMAIL, LeadWishes.EMAIL, "E-mail").showing(lead.text("email")));
    fields.add(DialogField.of(Input.PHONE, LeadWishes.PHONE, "Phone").showing(lead.text("phone")));
    fields.add(DialogField.choice(STATUS, "Status", statuses).showing(status));
    fields.addAll(LeadWishes.fields(lead));
    return fields;
  }

  private void checkChanges(DialogDraft draft, Mistakes mistakes) {
    SandboxRecord lead = records.subject(draft);
    if (now(draft.answers, LeadWishes.EMAIL, lead.text("email")) == null
        && now(draft.answers, LeadWishes.PHONE, lead.text("phone")) == null) {
      mistakes.add(LeadWishes.EMAIL, "An e-mail address or a telephone number is required.");
    }
    String status = draft.answers.text(STATUS);
    if (status != null && !lead.is("status", status) && lead.text("status").startsWith("Lease ")) {
      mistakes.add(
          STATUS, "This lead has a lease; its status " + lead.text("status") + " follows from it.");
    }
  }

  private static String now(Answers answers, String field, String before) {
    return answers.has(field) ? answers.text(field) : before;
  }

  @Override
  public Made commit(DialogDraft draft) {
    SandboxRecord lead = records.subject(draft);
    Answers answers = draft.answers;
    SandboxRecord.Draft changed =
        lead.change()
            .set("email", now(answers, LeadWishes.EMAIL, lead.text("email")))
            .set("phone", now(answers, LeadWishes.PHONE, lead.text("phone")));
    if (answers.given(STATUS)) {
      changed.set("status", answers.text(STATUS));
    }
    LeadWishes.put(answers, changed);
    records.replace("leads", changed.made());
    return new Made("leads", lead.id(), "LD");
  }
}
