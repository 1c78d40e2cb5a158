package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.util.List;

/** The dialog that changes a resident's contact details and preferences: what is left out stays. */
final class ChangeResident implements Dialog {

  private static final String EMAIL = "customer[email]";
  private static final String PHONE = "customer[phone]";
  private static final String CONTACT_BY = "customer[contact_by]";
  private static final String MARKETING = "customer[marketing]";
  private static final String PAPERLESS = "customer[paperless]";

  private final DialogRecords records;
  private final DialogPlan plan;

  ChangeResident(DialogRecords records) {
    this.records = records;
    this.plan =
        DialogPlan.ofResident(
            "updateResident",
            "edit_resident",
            "Change contact details",
            DialogStep.of("confirm_resident", "resident_form", "Contact", this::fields)
                .refusing(this::checkAnyWay));
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  private List<DialogField> fields(DialogDraft draft) {
    SandboxRecord resident = records.subject(draft);
    SandboxRecord now = preferences(resident);
    return List.of(
        DialogField.of(Input.EMAIL, EMAIL, "E-mail").showing(resident.text("email")),
        DialogField.of(Input.PHONE, PHONE, "Phone").showing(resident.text("phone")),
        DialogField.choice(CONTACT_BY, "Contact by", now.fields().field("contactBy").words())
            .showing(now.text("contactBy")),
        DialogField.of(Input.YES_NO, MARKETING, "Offers").showing(flag(now.get("marketing"))),
        DialogField.of(Input.YES_NO, PAPERLESS, "Paperless").showing(flag(now.get("paperless"))));
  }

  private static String flag(Object value) {
    return value == null ? "" : Boolean.TRUE.equals(value) ? "1" : "0";
  }

  private SandboxRecord preferences(SandboxRecord resident) {
    SandboxRecord now = (SandboxRecord) resident.get("preferences");
    return now == null ? records.element("residents", "preferences", null, null, null) : now;
  }

  private void checkAnyWay(DialogDraft draft, Mistakes mistakes) {
    Answers answers = draft.answers;
    if ("Email".equals(answers.text(CONTACT_BY)) && email(draft) == null) {
      mistakes.add(CONTACT_BY, "Contact by Email needs an e-mail address.");
    }
    if (answers.has(EMAIL)
        && !answers.given(EMAIL)
        && records.subject(draft).is("invite", "Registered")) {
      mistakes.add(EMAIL, "A resident who uses the resident portal needs an e-mail address.");
    }
  }

  private String email(DialogDraft draft) {
    return draft.answers.has(EMAIL)
        ? draft.answers.text(EMAIL)
        : records.subject(draft).text("email");
  }

  @Override
  public Made commit(DialogDraft draft) {
    SandboxRecord resident = records.subject(draft);
    Answers answers = draft.answers;
    SandboxRecord.Draft changed = resident.change().set("email", email(draft));
    if (answers.has(PHONE)) {
      changed.set("phone", answers.text(PHONE));
    }
    if (answers.given(CONTACT_BY) || answers.given(MARKETING) || answers.given(PAPERLESS)) {
      SandboxRecord.Draft preferences = preferences(resident).change();
      if (answers.given(CONTACT_BY)) {
        preferences.set("contactBy", answers.text(CONTACT_BY));
      }
      if (answers.given(MARKETING)) {
        preferences.set("marketing", answers.truth(MARKETING));
      }
      if (answers.given(PAPERLESS)) {
        preferences.set("paperless", answers.truth(PAPERLESS));
      }
      changed.set("preferences", preferences.made());
    }
    records.replace("residents", changed.made());
    return new Made("residents", resident.id(), "RC");
  }
}
