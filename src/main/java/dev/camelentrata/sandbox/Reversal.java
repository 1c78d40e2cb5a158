package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.util.List;

/** The dialog that takes a line of a ledger back by its counterpart. */
final class Reversal implements Dialog {

  private static final String POSTED = "reversal[post_date]";
  private static final String REASON = "reversal[reason]";

  private final DialogRecords records;
  private final LedgerPosting ledger;
  private final DialogPlan plan;

  Reversal(DialogRecords records) {
    this.records = records;
    this.ledger = new LedgerPosting(records);
    this.plan =
        new DialogPlan(
            "reverseTransaction",
            "ar_paymentsxxx",
            "ar_paymentsxxx",
            "create_reversal",
            "Reverse",
            "ledger-transactions",
            false,
            "reversal",
            List.of(
                DialogStep.of(
                        "confirm_reversal",
                        "reversal_form",
                        "Reversal",
                        draft ->
                            List.of(
                                DialogField.of(Input.DATE, POSTED, "Post date").needed(),
                                DialogField.of(Input.TEXT, REASON, "Reason").upTo(100).needed()))
                    .refusing(this::checkDay)));
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  @Override
  public void check(DialogDraft draft, Mistakes mistakes) {
    SandboxRecord line = records.subject(draft);
    if (line.get("reversedBy") != null) {
      mistakes.say("This transaction is reversed already, by " + line.text("reversedBy") + ".");
    } else if (line.get("reversalOf") != null) {
      mistakes.say("This transaction is itself a reversal.");
    }
  }

  private void checkDay(DialogDraft draft, Mistakes mistakes) {
    ledger.checkMonth(draft.propertyId, draft.answers, POSTED, mistakes);
    if (draft.answers.day(POSTED).isBefore(records.subject(draft).day("postedOn"))) {
      mistakes.add(POSTED, "Post date must not be before that of the transaction.");
    }
  }

  @Override
  public Made commit(DialogDraft draft) {
    SandboxRecord line = records.subject(draft);
    SandboxRecord lease =
        records.find("leases", draft.propertyId, line.text("leaseId")).orElseThrow();
    LedgerPosting.Line counterpart =
        new LedgerPosting.Line(
            line.text("type"),
            line.text("chargeCodeId"),
            draft.answers.text(REASON),
            -line.cents("amount"),
            draft.answers.day(POSTED));
    SandboxRecord made =
        ledger.post(
            lease,
            ledger
                .draft(lease, counterpart)
                .set("residentId", line.text("residentId"))
                .set("paymentMethod", line.text("paymentMethod"))
                .set("reversalOf", line.id()));
    records.replace("ledger-transactions", line.with("reversedBy", made.id()));
    return new Made("ledger-transactions", made.id(), "RV");
  }
}
