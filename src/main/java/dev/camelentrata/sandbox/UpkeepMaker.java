package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes a property's picklists, and work orders in their words. */
final class UpkeepMaker implements RecordMaker {

  private static final List<String> STAFF =
      List.of("Sam Holloway", "Alex Birkdale", "Jo Penrose", "Chris Aldwyn");

  @Override
  public void make(Making making) {
    Wording wording = making.pick(Wording.ALL);
    picklists(making, wording);
    Map<String, SandboxRecord> lived = new HashMap<>();
    for (SandboxRecord lease : making.others("leases")) {
      if (lease.is("status", "Current") || lease.is("status", "Notice")) {
        lived.put(lease.text("unitId"), lease);
      }
    }
    List<SandboxUnit> units = making.content.units();
    int count = Math.max(2, units.size() / 3);
    for (int i = 0; i < count; i++) {
      SandboxUnit unit = i % 12 == 11 ? null : making.pick(units);
      workOrder(making, wording, unit, unit == null ? null : lived.get(unit.id()));
    }
  }

  private static void picklists(Making making, Wording wording) {
    for (int i = 0; i < wording.priorities().size(); i++) {
      word(making, "Priority", wording.priorities().get(i), null, Wording.hours(i));
    }
    wording.locations().forEach(location -> word(making, "Location", location, null, null));
    for (String category : wording.categories()) {
      word(making, "Category", category, null, null);
      wording.problems().get(category).forEach(p -> word(making, "Problem", p, category, null));
    }
  }

  private static void word(Making making, String kind, String name, String parent, Integer hours) {
    making.add(
        "picklists",
        making
            .draft("picklists")
            .set("kind", kind)
            .set("name", name)
            .set("parent", parent)
            .set("slaHours", hours));
  }

  private static void workOrder(
      Making making, Wording wording, SandboxUnit unit, SandboxRecord lease) {
    int priority = making.random.nextInt(wording.priorities().size());
    String category = making.pick(wording.categories());
    String problem = making.pick(wording.problems().get(category));
    String location = making.pick(wording.locations());
    boolean vacant = unit != null && lease == null;
    LocalDate created = making.daysAgo(0, 45);
    LocalDate due = created.plusDays(Wording.hours(priority) / 24);
    String status = status(making, created);
    boolean vendor = making.chance(15);
    boolean assigned = !status.equals("Open");
    making.add(
        "work-orders",
        making
            .draft("work-orders")
            .set("unitId", unit == null ? null : unit.id())
            .set("leaseId", lease == null ? null : lease.id())
            .set("type", unit == null ? "Recurring" : vacant ? "Make Ready" : "Service Request")
            .set("status", status)
            .set("priority", wording.priorities().get(priority))
            .set("category", category)
            .set("problem", problem)
            .set("location", location)
            .set("description", problem + " in " + location.toLowerCase(Locale.ROOT))
            .set("createdOn", created)
            .set("scheduledOn", assigned ? created.plusDays(1) : null)
            .set("dueOn", due)
            .set("completedOn", status.equals("Completed") ? created.plusDays(1) : null)
            .set("assignedTo", assigned && !vendor ? making.pick(STAFF) : null)
            .set(
                "vendorId",
                assigned && vendor
                    ? making.companyId(
                        "vendors", making.random.nextInt(1, CompanyMaker.VENDORS + 1))
                    : null)
            .set("permissionToEnter", making.chance(75))
            .set("pets", lease != null && making.chance(25))
            .set("externalReference", null));
  }

  private static String status(Making making, LocalDate created) {
    if (created.isAfter(making.today.minusDays(4))) {
      return making.pick(List.of("Open", "Open", "In Progress"));
    }
    return making.pick(
        List.of("Completed", "Completed", "Completed", "On Hold", "Cancelled", "In Progress"));
  }
}
