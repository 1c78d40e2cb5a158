package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes the leases of one unit with the people who live there. */
final class Tenancies {

  private final Making making;
  private final SandboxUnit unit;

  Tenancies(Making making, SandboxUnit unit) {
    this.making = making;
    this.unit = unit;
  }

  /** The lease before, and its resident; linked if the resident has a second profile now. */
  record Earlier(String leaseId, String residentId, Person person, String interval, String link) {}

  /** Makes the lease that ended the day before this one starts. */
  Earlier earlier(SandboxUnit where, String interval, LocalDate start, boolean linked) {
    Person person = Person.any(making);
    Tenancies before = new Tenancies(making, where);
    SandboxRecord.Draft lease = before.lease(start.minusMonths(12), 12, null);
    String residentId = making.nextId("residents");
    String link = linked ? making.nextId("residents") : null;
    SandboxRecord made =
        making.add(
            "leases",
            lease
                .set("residentId", residentId)
                .set("status", "Past")
                .set("endsOn", start.minusDays(1))
                .set("moveOutOn", interval.equals("Transfer") ? start.minusDays(1) : null));
    if (linked) {
      making.add(
          "residents",
          before.resident(residentId, made, person, "Primary").set("linkedResidentId", link));
    }
    return new Earlier(made.id(), residentId, person, interval, link);
  }

  SandboxRecord.Draft lease(LocalDate start, int term, Earlier earlier) {
    long rent = unit.letting().rentFor(term) - making.random.nextInt(0, 5) * 1000L;
    return making
        .draft("leases")
        .set("unitId", unit.id())
        .set("interval", earlier == null ? "Application" : earlier.interval)
        .set("startsOn", start)
        .set("endsOn", start.plusMonths(term).minusDays(1))
        .set("moveInOn", start)
        .set("monthToMonth", false)
        .set("termMonths", term)
        .set("rent", rent)
        .set("deposit", unit.letting().deposit())
        .set("paymentAllowance", making.chance(4) ? "Certified Funds Only" : "Allow All")
        .set("signature", "Approved")
        .set("approval", "Not Required")
        .set("previousLeaseId", earlier == null ? null : earlier.leaseId);
  }

  /** Adds the lease with its residents and scheduled charges. */
  void movedIn(SandboxRecord.Draft draft, Earlier earlier) {
    boolean second = earlier != null && earlier.link != null;
    Person person = earlier == null ? Person.any(making) : earlier.person;
    String residentId =
        earlier == null ? making.nextId("residents") : second ? earlier.link : earlier.residentId;
    boolean pets = making.chance(22);
    SandboxRecord lease = draft.set("residentId", residentId).made();
    lease = making.add("leases", lease.change().set("scheduledCharges", charges(lease, pets)));
    SandboxRecord.Draft primary = resident(residentId, lease, person, "Primary");
    primary.set("linkedResidentId", second ? earlier.residentId : null);
    primary.set("household", household(person)).set("pets", pets ? animals() : List.of());
    making.add("residents", primary);
    other(lease, 14, "Co-Applicant");
    other(lease, 5, "Guarantor");
    other(lease, 4, "Occupant");
  }

  private void other(SandboxRecord lease, int percent, String relationship) {
    if (making.chance(percent)) {
      String id = making.nextId("residents");
      making.add("residents", resident(id, lease, Person.any(making), relationship));
    }
  }

  private SandboxRecord.Draft resident(
      String id, SandboxRecord lease, Person person, String relationship) {
    int habit = Integer.parseInt(id);
    String invite =
        relationship.equals("Guarantor")
            ? "Not Invited"
            : List.of("Registered", "Registered", "Invited", "Not Invited").get(habit % 4);
    boolean invited = !invite.equals("Not Invited");
    return making
        .draft("residents", id)
        .set("leaseId", lease.id())
        .set("unitId", unit.id())
        .set("firstName", person.first())
        .set("lastName", person.last())
        .set("relationship", relationship)
        .set("email", person.email())
        .set("phone", person.phone())
        .set("moveInOn", relationship.equals("Guarantor") ? null : lease.day("moveInOn"))
        .set("preferences", preferences(habit))
        .set("invite", invite)
        .set("invitedOn", invited ? invitedOn(lease.day("startsOn")) : null);
  }

  private SandboxRecord preferences(int habit) {
    String contactBy = List.of("Email", "Phone", "Text Message").get(habit % 3);
    return making.element("residents", "preferences", contactBy, habit % 2 == 0, habit % 5 < 2);
  }

  private LocalDate invitedOn(LocalDate start) {
    LocalDate usual = start.minusDays(7);
    return usual.isAfter(making.today) ? making.today.minusDays(1) : usual;
  }

  private List<SandboxRecord> household(Person person) {
    List<SandboxRecord> household = new ArrayList<>();
    if (making.chance(18)) {
      household.add(member(Person.any(making), "Spouse", false));
    }
    while (household.size() < 3 && making.chance(20)) {
      household.add(member(Person.relative(person, making), "Child", true));
    }
    return household;
  }

  private SandboxRecord member(Person person, String relationship, boolean minor) {
    return making.element("residents", "household", person.name(), relationship, minor);
  }

  private List<SandboxRecord> animals() {
    List<SandboxRecord> animals = new ArrayList<>();
    animals.add(animal(making.chance(60) ? "Dog" : "Cat"));
    if (making.chance(20)) {
      animals.add(animal("Cat"));
    }
    return animals;
  }

  private SandboxRecord animal(String kind) {
    String name = making.pick(List.of("Biscuit", "Pepper", "Maple", "Ziggy", "Olive", "Moss"));
    return making.element("residents", "pets", kind, name);
  }

  private List<SandboxRecord> charges(SandboxRecord lease, boolean pets) {
    List<SandboxRecord> charges = new ArrayList<>();
    charges.add(monthly(lease, ChargeCode.RENT, lease.cents("rent")));
    charges.add(monthly(lease, ChargeCode.UTILITY_FEE, making.dollars(35, 75)));
    if (pets) {
      charges.add(monthly(lease, ChargeCode.PET_RENT, 3500));
    }
    if (making.chance(20)) {
      charges.add(monthly(lease, ChargeCode.PARKING, 5000));
    }
    if (making.chance(10)) {
      LocalDate start = lease.day("startsOn");
      charges.add(
          charge(ChargeCode.CONCESSION, -lease.cents("rent") / 2, "One Time", start, start));
    }
    return charges;
  }

  private SandboxRecord monthly(SandboxRecord lease, ChargeCode code, long amount) {
    return charge(code, amount, "Monthly", lease.day("startsOn"), lease.day("endsOn"));
  }

  private SandboxRecord charge(
      ChargeCode code, long amount, String frequency, LocalDate from, LocalDate until) {
    return making.element(
        "leases", "scheduledCharges", code.id(making), code.label, amount, frequency, from, until);
  }
}
