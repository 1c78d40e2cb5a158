package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.util.List;
import java.util.Set;

/** The dialog that posts a payment which was taken outside the portal. */
final class PostPayment implements Dialog {

  private static final String AMOUNT = "payment[amount]";
  private static final String POSTED = "payment[post_date]";
  private static final String METHOD = "payment[method]";
  private static final String WORDS = "payment[description]";
  private static final List<String> METHODS =
      List.of("Check", "Money Order", "Cash", "ACH", "Card");
  private static final Set<String> CERTIFIED = Set.of("Money Order", "Cash");

  private final DialogRecords records;
  private final ChargeCodeCheck codes;
  private final LedgerPosting ledger;
  private final DialogPlan plan;

  PostPayment(DialogRecords records) {
    this.records = records;
    this.codes = new ChargeCodeCheck(records);
    this.ledger = new LedgerPosting(records);
    this.plan =
        new DialogPlan(
            "postPayment",
            "ar_paymentsxxx",
            "ar_paymentsxxx",
            "create_payment",
            "Post payment",
            "leases",
            false,
            "payment",
            List.of(
                DialogStep.of("confirm_payment", "payment_form", "Payment", draft -> fields())
                    .refusing(this::checkPayment)));
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  private static List<DialogField> fields() {
    return List.of(
        DialogField.of(Input.MONEY, AMOUNT, "Amount").needed(),
        DialogField.of(Input.DATE, POSTED, "Post date").needed(),
        DialogField.choice(METHOD, "Method", METHODS).needed(),
        DialogField.of(Input.TEXT, WORDS, "Description").upTo(100));
  }

  @Override
  public void check(DialogDraft draft, Mistakes mistakes) {
    SandboxRecord lease = records.subject(draft);
    ledger.checkOpen(lease, mistakes);
    if (lease.is("paymentAllowance", "Block All")) {
      mistakes.say("No payments are taken on this lease.");
    }
  }

  private void checkPayment(DialogDraft draft, Mistakes mistakes) {
    if (draft.answers.cents(AMOUNT) == 0) {
      mistakes.add(AMOUNT, "Amount must be more than 0.");
    }
    ledger.checkMonth(draft.propertyId, draft.answers, POSTED, mistakes);
    if (records.subject(draft).is("paymentAllowance", "Certified Funds Only")
        && !CERTIFIED.contains(draft.answers.text(METHOD))) {
      mistakes.add(METHOD, "Only certified funds are taken on this lease: Money Order or Cash.");
    }
  }

  @Override
  public Made commit(DialogDraft draft) {
    Answers answers = draft.answers;
    SandboxRecord lease = records.subject(draft);
    String code = codes.ofType("Payment");
    LedgerPosting.Line line =
        new LedgerPosting.Line(
            "Payment",
            code,
            codes.words(code, answers.text(WORDS)),
            -answers.cents(AMOUNT),
            answers.day(POSTED));
    SandboxRecord made =
        ledger.post(lease, ledger.draft(lease, line).set("paymentMethod", answers.text(METHOD)));
    return new Made("ledger-transactions", made.id(), "PM");
  }
}
