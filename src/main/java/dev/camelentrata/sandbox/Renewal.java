package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dialog for the renewal of a current lease. */
final class Renewal implements Dialog {

  private final DialogRecords records;
  private final UnitCalendar calendar;
  private final LeaseMoney money;
  private final LeaseMaking making;
  private final DialogPlan plan;

  Renewal(DialogRecords records) {
    this.records = records;
    this.calendar = new UnitCalendar(records);
    this.money = new LeaseMoney(records);
    this.making = new LeaseMaking(records);
    this.plan =
        new DialogPlan(
            "renewLease",
            "customers_systemxxx",
            "renewalsxxx",
            "create_renewal",
            "Renew",
            "leases",
            false,
            "lease",
            List.of(
                DialogStep.of(
                        "save_renewal_terms",
                        "renewal_terms",
                        "Terms",
                        draft -> LeaseTerms.fields())
                    .refusing(this::checkTerms),
                DialogStep.of("confirm_renewal", "renewal_confirm", "Review", draft -> List.of())
                    .showing(this::review)));
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  @Override
  public void check(DialogDraft draft, Mistakes mistakes) {
    SandboxRecord lease = records.subject(draft);
    if (!lease.is("status", "Current")) {
      mistakes.say("Only a current lease is renewed; this one is " + lease.text("status") + ".");
      return;
    }
    renewal(lease)
        .ifPresent(
            renewal ->
                mistakes.say(
                    "This lease has a renewal already, from "
                        + UsText.date(renewal.day("startsOn"))
                        + " (lease "
                        + renewal.id()
                        + ")."));
  }

  private Optional<SandboxRecord> renewal(SandboxRecord lease) {
    return records.list("leases", lease.text("propertyId")).stream()
        .filter(other -> other.is("previousLeaseId", lease.id()) && other.is("interval", "Renewal"))
        .filter(other -> !other.is("status", "Cancelled"))
        .findFirst();
  }

  private void checkTerms(DialogDraft draft, Mistakes mistakes) {
    if (!LeaseTerms.check(draft.answers, mistakes)) {
      return;
    }
    SandboxRecord lease = records.subject(draft);
    LeaseTerms terms = LeaseTerms.of(draft.answers);
    boolean monthly = Boolean.TRUE.equals(lease.get("monthToMonth"));
    if (!monthly && !terms.startsOn().isAfter(lease.day("endsOn"))) {
      mistakes.add(
          LeaseTerms.START,
          "The renewal overlaps the lease, which ends on "
              + UsText.date(lease.day("endsOn"))
              + ".");
    } else if (monthly && !terms.startsOn().isAfter(records.today())) {
      mistakes.add(
          LeaseTerms.START, "The renewal of a month-to-month lease must start after today.");
    }
    calendar
        .taken(draft.propertyId, lease.text("unitId"), terms.startsOn(), terms.endsOn(), lease.id())
        .ifPresent(
            other ->
                mistakes.add(
                    LeaseTerms.START,
                    "The renewal overlaps lease " + other.id() + " of this unit."));
  }

  private void review(Html html, DialogDraft draft) {
    SandboxRecord lease = records.subject(draft);
    LeaseTerms terms = LeaseTerms.of(draft.answers);
    LeaseMaking.review(html, records.unit(lease.text("unitId")).orElseThrow(), terms);
    money
        .firstMonth(records.settings(draft.propertyId), terms, scheduled(lease, terms))
        .write(html);
  }

  /** The new rent, and what else goes on from the lease before. */
  private List<SandboxRecord> scheduled(SandboxRecord lease, LeaseTerms terms) {
    List<SandboxRecord> all = new ArrayList<>();
    SandboxRecord rent = money.rent(terms);
    all.add(rent);
    PortalText.records(lease.get("scheduledCharges")).stream()
        .filter(charge -> charge.is("frequency", "Monthly") && charge.cents("amount") > 0)
        .filter(charge -> !charge.is("chargeCodeId", rent.text("chargeCodeId")))
        .map(
            charge ->
                charge
                    .change()
                    .set("startsOn", terms.startsOn())
                    .set("endsOn", terms.endsOn())
                    .made())
        .forEach(all::add);
    return all;
  }

  @Override
  public Made commit(DialogDraft draft) {
    SandboxRecord before = records.subject(draft);
    LeaseTerms terms = LeaseTerms.of(draft.answers);
    SandboxUnit unit = records.unit(before.text("unitId")).orElseThrow();
    SandboxRecord lease =
        making.add(
            draft,
            unit,
            terms,
            made ->
                made.set("interval", "Renewal")
                    .set("residentId", before.text("residentId"))
                    .set("previousLeaseId", before.id())
                    .set("moveInOn", before.day("moveInOn"))
                    .set("deposit", before.cents("deposit"))
                    .set("scheduledCharges", scheduled(before, terms)));
    making.document(lease, "Renewal", "Lease Renewal Agreement", "Draft");
    return new Made("leases", lease.id(), "RN");
  }
}
