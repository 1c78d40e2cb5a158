package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The dates and the rent of a lease or renewal as its form gives them.
 *
 * @param rent a month, in cents
 */
record LeaseTerms(LocalDate startsOn, LocalDate endsOn, int months, long rent) {

  static final String START = "lease[start_date]";
  static final String END = "lease[end_date]";
  static final String MONTHS = "lease[term_months]";
  static final String RENT = "lease[rent]";
  static final String EXTERNAL = "lease[external_reference]";

  private static final int LONGEST_MONTHS = 60;

  static List<DialogField> fields() {
    return List.of(
        DialogField.of(Input.DATE, START, "Lease start date").needed(),
        DialogField.of(Input.DATE, END, "Lease end date"),
        DialogField.of(Input.WHOLE, MONTHS, "Lease term in months"),
        DialogField.of(Input.MONEY, RENT, "Base rent").needed(),
        DialogField.of(Input.TEXT, EXTERNAL, "External reference").upTo(60));
  }

  /** Reads them; only after they were checked. */
  static LeaseTerms of(Answers answers) {
    LocalDate start = answers.day(START);
    Integer given = answers.whole(MONTHS);
    LocalDate end =
        answers.given(END)
            ? answers.day(END)
            : start.plusMonths(given == null ? 0 : given).minusDays(1);
    int months =
        given == null
            ? (int) Math.max(1, ChronoUnit.MONTHS.between(start, end.plusDays(1)))
            : given;
    return new LeaseTerms(start, end, months, answers.cents(RENT));
  }

  /** Notes what is wrong with them by themselves; true if they can be read. */
  static boolean check(Answers answers, Mistakes mistakes) {
    if (!answers.given(END) && !answers.given(MONTHS)) {
      mistakes.add(END, "Lease end date or lease term in months is required.");
      return false;
    }
    LeaseTerms terms = of(answers);
    if (!terms.endsOn.isAfter(terms.startsOn)) {
      mistakes.add(
          answers.given(END) ? END : MONTHS, "Lease end date must be after the lease start date.");
      return false;
    }
    if (terms.endsOn.isAfter(terms.startsOn.plusMonths(LONGEST_MONTHS))) {
      mistakes.add(
          answers.given(END) ? END : MONTHS,
          "Lease term must be at most " + LONGEST_MONTHS + " months.");
    }
    if (answers.given(END)
        && answers.given(MONTHS)
        && !terms.startsOn.plusMonths(terms.months).minusDays(1).equals(terms.endsOn)) {
      mistakes.add(MONTHS, "Lease term in months does not agree with the lease end date.");
    }
    if (terms.rent == 0) {
      mistakes.add(RENT, "Base rent must be more than 0.");
    }
    return true;
  }
}
