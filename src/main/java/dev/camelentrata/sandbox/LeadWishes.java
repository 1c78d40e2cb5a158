package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.util.List;

/** What a lead looks for, and who looks after it. */
final class LeadWishes {

  static final String EMAIL = "lead[email]";
  static final String PHONE = "lead[phone]";

  private static final String MOVE_IN = "lead[desired_move_in_date]";
  private static final String BEDROOMS = "lead[bedrooms]";
  private static final String BUDGET = "lead[budget]";
  private static final String AGENT = "lead[agent]";

  private LeadWishes() {}

  /**
   * @param lead as it is now; null for a new one
   */
  static List<DialogField> fields(SandboxRecord lead) {
    boolean known = lead != null;
    Object bedrooms = known ? lead.get("bedrooms") : null;
    Object budget = known ? lead.get("budget") : null;
    return List.of(
        DialogField.of(Input.DATE, MOVE_IN, "Desired move-in date")
            .showing(known ? UsText.date(lead.day("desiredMoveInOn")) : ""),
        DialogField.of(Input.DECIMAL, BEDROOMS, "Bedrooms")
            .showing(bedrooms == null ? "" : bedrooms.toString()),
        DialogField.of(Input.MONEY, BUDGET, "Budget")
            .showing(budget == null ? "" : UsText.money((Long) budget)),
        DialogField.of(Input.TEXT, AGENT, "Agent")
            .upTo(60)
            .showing(known ? lead.text("agent") : ""));
  }

  /** Takes over what was sent; what was left out stays. */
  static void put(Answers answers, SandboxRecord.Draft lead) {
    if (answers.has(MOVE_IN)) {
      lead.set("desiredMoveInOn", answers.day(MOVE_IN));
    }
    if (answers.has(BEDROOMS)) {
      lead.set("bedrooms", answers.decimal(BEDROOMS));
    }
    if (answers.has(BUDGET)) {
      lead.set("budget", answers.given(BUDGET) ? (Object) answers.cents(BUDGET) : null);
    }
    if (answers.has(AGENT)) {
      lead.set("agent", answers.text(AGENT));
    }
  }
}
