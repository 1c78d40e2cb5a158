package dev.camelentrata.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes leads and applications: for each future lease one that led to it, and others. */
final class ProspectMaker implements RecordMaker {

  private static final List<String> SOURCES =
      List.of("Website", "Drive By", "Resident Referral", "Listing Service", "Walk In");
  private static final List<String> AGENTS =
      List.of("Robin Ashdown", "Sky Fernhill", "Toni Larkmoor");
  private static final List<String> EARLY =
      List.of("Guest Card Completed", "Guest Card Completed", "Archived", "Cancelled");

  @Override
  public void make(Making making) {
    Map<String, SandboxRecord> residents = new HashMap<>();
    making.others("residents").forEach(r -> residents.put(r.id(), r));
    for (SandboxRecord lease : making.others("leases")) {
      if (lease.is("status", "Future")) {
        SandboxRecord resident = residents.get(lease.text("residentId"));
        Person person =
            new Person(
                resident.text("firstName"), resident.text("lastName"), resident.text("phone"));
        String stage = lease.is("signature", "Approved") ? "Lease Approved" : "Lease Started";
        LocalDate moveIn = lease.day("startsOn");
        SandboxRecord lead = lead(making, person, stage, moveIn);
        String screening = making.chance(80) ? "Approved" : "Approved with Conditions";
        apply(making, lead, person, lease.text("unitId"), "Approved", screening);
      }
    }
    int others = Math.min(16, Math.max(2, making.content.units().size() / 6));
    for (int i = 0; i < others; i++) {
      lead(making, Person.any(making), making.pick(EARLY), making.daysAhead(10, 90));
    }
    making.content.units().stream()
        .filter(unit -> unit.letting().status().available())
        .limit(9)
        .forEach(unit -> applicant(making, unit));
  }

  private static void applicant(Making making, SandboxUnit unit) {
    Person person = Person.any(making);
    int stage = making.random.nextInt(5);
    String status =
        List.of("Started", "Partially Completed", "Completed", "Denied", "Cancelled").get(stage);
    String lead =
        List.of(
                "Application Started",
                "Application Partially Completed",
                "Application Completed",
                "Denied",
                "Cancelled")
            .get(stage);
    String screening =
        List.of("Not Started", "Not Started", "Pending", "Denied", "Not Started").get(stage);
    SandboxRecord made = lead(making, person, lead, making.daysAhead(10, 60));
    apply(making, made, person, unit.id(), status, screening);
  }

  private static SandboxRecord lead(Making making, Person person, String status, LocalDate moveIn) {
    return making.add(
        "leads",
        making
            .draft("leads")
            .set("firstName", person.first())
            .set("lastName", person.last())
            .set("email", person.email())
            .set("phone", person.phone())
            .set("status", status)
            .set("source", making.pick(SOURCES))
            .set("createdOn", making.daysAgo(8, 50))
            .set("desiredMoveInOn", moveIn)
            .set("bedrooms", BigDecimal.valueOf(making.random.nextInt(0, 4)))
            .set("budget", making.dollars(11, 28) * 100)
            .set("agent", making.pick(AGENTS)));
  }

  private static void apply(
      Making making,
      SandboxRecord lead,
      Person person,
      String unitId,
      String status,
      String screening) {
    making.add(
        "applications",
        making
            .draft("applications")
            .set("leadId", lead.id())
            .set("unitId", unitId)
            .set("applicant", person.name())
            .set("status", status)
            .set("screening", screening)
            .set("appliedOn", lead.day("createdOn").plusDays(making.random.nextInt(1, 8)))
            .set("moveInOn", lead.day("desiredMoveInOn"))
            .set("termMonths", making.pick(List.of(6, 12, 12, 15)))
            .set("fee", 5000L));
  }
}
