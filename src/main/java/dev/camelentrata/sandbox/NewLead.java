package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.util.ArrayList;
import java.util.List;

/** The dialog for a new lead: who it is, and what they look for. */
final class NewLead implements Dialog {

  private static final String FIRST = "lead[first_name]";
  private static final String LAST = "lead[last_name]";
  private static final String SOURCE = "lead[source]";

  private final DialogRecords records;
  private final DialogPlan plan;

  NewLead(DialogRecords records) {
    this.records = records;
    this.plan =
        new DialogPlan(
            "createLead",
            "applicationsxxx",
            "applicationsxxx",
            "create_lead",
            "New lead",
            "leads",
            true,
            "lead",
            List.of(
                DialogStep.of("save_lead_contact", "lead_contact", "Contact", draft -> contact())
                    .refusing(NewLead::checkReachable),
                DialogStep.of(
                    "confirm_lead", "lead_wishes", "Wishes", draft -> LeadWishes.fields(null))));
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  private static List<DialogField> contact() {
    List<DialogField> fields = new ArrayList<>();
    fields.add(DialogField.of(Input.TEXT, FIRST, "First name").upTo(60).needed());
    fields.add(DialogField.of(Input.TEXT, LAST, "Last name").upTo(60).needed());
    fields.add(DialogField.of(Input.EMAIL, LeadWishes.EMAIL, "E-mail"));
    fields.add(DialogField.of(Input.PHONE, LeadWishes.PHONE, "Phone"));
    fields.add(DialogField.of(Input.TEXT, SOURCE, "Source").upTo(60).needed());
    return fields;
  }

  private static void checkReachable(DialogDraft draft, Mistakes mistakes) {
    if (!draft.answers.given(LeadWishes.EMAIL) && !draft.answers.given(LeadWishes.PHONE)) {
      mistakes.add(LeadWishes.EMAIL, "An e-mail address or a telephone number is required.");
    }
  }

  @Override
  public Made commit(DialogDraft draft) {
    Answers answers = draft.answers;
    SandboxRecord.Draft lead =
        records
            .draft("leads")
            .set("firstName", answers.text(FIRST))
            .set("lastName", answers.text(LAST))
            .set("email", answers.text(LeadWishes.EMAIL))
            .set("phone", answers.text(LeadWishes.PHONE))
            .set("status", "Guest Card Completed")
            .set("source", answers.text(SOURCE))
            .set("createdOn", records.today());
    LeadWishes.put(answers, lead);
    return new Made("leads", records.add("leads", lead, draft.propertyId).id(), "GC");
  }
}
