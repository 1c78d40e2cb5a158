package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The dialog for a new lease: unit and dates, residents, charges, review, confirmation. */
final class NewLease implements Dialog {

  private static final String UNIT = "lease[property_unit_id]";
  private static final String MOVE_IN = "lease[move_in_date]";

  private final DialogRecords records;
  private final UnitCalendar calendar;
  private final UnitTurnover turnover;
  private final LeasePeople people;
  private final LeaseMoney money;
  private final LeaseMaking making;
  private final DialogPlan plan;

  NewLease(DialogRecords records) {
    this.records = records;
    this.calendar = new UnitCalendar(records);
    this.turnover = new UnitTurnover(records);
    this.people = new LeasePeople(records);
    this.money = new LeaseMoney(records);
    this.making = new LeaseMaking(records);
    this.plan =
        new DialogPlan(
            "createLease",
            "customers_systemxxx",
            "lease_newxxx",
            "create_lease",
            "New lease",
            "leases",
            true,
            "lease",
            List.of(
                DialogStep.of("save_terms", "lease_terms", "Unit and dates", this::terms)
                    .refusing(this::checkTerms),
                DialogStep.of("save_residents", "lease_residents", "Residents", d -> List.of())
                    .with(people.list())
                    .refusing(people::checkAll),
                DialogStep.of("review_lease", "lease_charges", "Charges", d -> List.of())
                    .with(money.lists()),
                DialogStep.of("confirm_lease", "lease_confirm", "Review", d -> List.of())
                    .showing(this::review)));
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  private List<DialogField> terms(DialogDraft draft) {
    List<DialogField> fields = new ArrayList<>();
    fields.add(DialogField.open(UNIT, "Unit", records.units(draft.propertyId)).needed());
    fields.addAll(LeaseTerms.fields());
    fields.add(DialogField.of(Input.DATE, MOVE_IN, "Move-in date"));
    return fields;
  }

  private void checkTerms(DialogDraft draft, Mistakes mistakes) {
    if (!LeaseTerms.check(draft.answers, mistakes)) {
      return;
    }
    LeaseTerms terms = LeaseTerms.of(draft.answers);
    calendar.check(
        draft.propertyId,
        draft.answers.text(UNIT),
        terms.startsOn(),
        terms.endsOn(),
        new UnitCalendar.Say(mistakes, UNIT, LeaseTerms.START));
    LocalDate moveIn = draft.answers.day(MOVE_IN);
    if (moveIn != null && (moveIn.isBefore(terms.startsOn()) || moveIn.isAfter(terms.endsOn()))) {
      mistakes.add(MOVE_IN, "Move-in date must be within the lease.");
    }
  }

  private void review(Html html, DialogDraft draft) {
    LeaseTerms terms = LeaseTerms.of(draft.answers);
    SandboxUnit unit = records.unit(draft.answers.text(UNIT)).orElseThrow();
    LeaseMaking.review(html, unit, terms);
    money
        .firstMonth(records.settings(draft.propertyId), terms, money.scheduled(draft, terms))
        .write(html);
  }

  @Override
  public Made commit(DialogDraft draft) {
    LeaseTerms terms = LeaseTerms.of(draft.answers);
    SandboxUnit unit = records.unit(draft.answers.text(UNIT)).orElseThrow();
    LocalDate given = draft.answers.day(MOVE_IN);
    LocalDate moveIn = given == null ? terms.startsOn() : given;
    SandboxRecord lease =
        making.add(
            draft,
            unit,
            terms,
            made ->
                made.set("interval", "Application")
                    .set("moveInOn", moveIn)
                    .set("deposit", money.deposits(draft))
                    .set("scheduledCharges", money.scheduled(draft, terms)));
    lease = lease.with("residentId", people.add(draft, lease, moveIn));
    records.replace("leases", lease);
    money.post(draft, lease);
    turnover.rented(unit.id());
    making.document(lease, "Lease", "Apartment Lease Contract", "Draft");
    return new Made("leases", lease.id(), "LS");
  }
}
