package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.time.LocalDate;
import java.util.List;

/** The dialog that posts a one-time charge to a lease's ledger. */
final class PostCharge implements Dialog {

  private static final String CODE = "charge[charge_code_id]";
  private static final String AMOUNT = "charge[amount]";
  private static final String POSTED = "charge[post_date]";
  private static final String DUE = "charge[due_date]";
  private static final String WORDS = "charge[description]";

  private final DialogRecords records;
  private final ChargeCodeCheck codes;
  private final LedgerPosting ledger;
  private final DialogPlan plan;

  PostCharge(DialogRecords records) {
    this.records = records;
    this.codes = new ChargeCodeCheck(records);
    this.ledger = new LedgerPosting(records);
    this.plan =
        new DialogPlan(
            "postCharge",
            "ar_paymentsxxx",
            "customers_chargesxxx",
            "create_charge",
            "Post charge",
            "leases",
            false,
            "charge",
            List.of(
                DialogStep.of("confirm_charge", "charge_form", "Charge", draft -> fields())
                    .refusing(this::checkCharge)));
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  private List<DialogField> fields() {
    return List.of(
        codes.field(CODE),
        DialogField.of(Input.MONEY, AMOUNT, "Amount").needed(),
        DialogField.of(Input.DATE, POSTED, "Post date").needed(),
        DialogField.of(Input.DATE, DUE, "Due date"),
        DialogField.of(Input.TEXT, WORDS, "Description").upTo(100));
  }

  @Override
  public void check(DialogDraft draft, Mistakes mistakes) {
    ledger.checkOpen(records.subject(draft), mistakes);
  }

  private void checkCharge(DialogDraft draft, Mistakes mistakes) {
    codes.check(draft.answers, CODE, ChargeCodeCheck.CHARGES, "a charge", mistakes);
    if (draft.answers.cents(AMOUNT) == 0) {
      mistakes.add(AMOUNT, "Amount must be more than 0.");
    }
    ledger.checkMonth(draft.propertyId, draft.answers, POSTED, mistakes);
    LocalDate due = draft.answers.day(DUE);
    if (due != null && due.isBefore(draft.answers.day(POSTED))) {
      mistakes.add(DUE, "Due date must not be before the post date.");
    }
  }

  @Override
  public Made commit(DialogDraft draft) {
    Answers answers = draft.answers;
    SandboxRecord lease = records.subject(draft);
    LocalDate posted = answers.day(POSTED);
    String code = answers.text(CODE);
    LedgerPosting.Line line =
        new LedgerPosting.Line(
            "Charge", code, codes.words(code, answers.text(WORDS)), answers.cents(AMOUNT), posted);
    LocalDate due = answers.day(DUE);
    SandboxRecord made =
        ledger.post(lease, ledger.draft(lease, line).set("dueOn", due == null ? posted : due));
    return new Made("ledger-transactions", made.id(), "CH");
  }
}
