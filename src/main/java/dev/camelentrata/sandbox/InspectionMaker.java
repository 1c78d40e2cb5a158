package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes move-out, move-in and routine inspections with their findings. */
final class InspectionMaker implements RecordMaker {

  private static final List<String> ROOMS = List.of("Kitchen", "Bathroom", "Bedroom", "Entry");
  private static final List<String> PROBLEMS =
      List.of("Carpet stained", "Blinds broken", "Wall scuffed", "Smoke alarm battery low");

  @Override
  public void make(Making making) {
    for (SandboxRecord lease : making.others("leases")) {
      if (lease.is("status", "Notice")) {
        inspection(making, lease, "MOVE_OUT", lease.day("moveOutOn"));
      } else if (lease.is("status", "Future") && making.chance(60)) {
        inspection(making, lease, "MOVE_IN", lease.day("startsOn").minusDays(1));
      } else if (lease.is("status", "Current") && making.chance(7)) {
        inspection(making, lease, "ROUTINE", making.today.plusDays(making.random.nextInt(-30, 20)));
      }
    }
  }

  private static void inspection(
      Making making, SandboxRecord lease, String type, LocalDate scheduled) {
    boolean past = scheduled.isBefore(making.today);
    String status =
        past ? making.pick(List.of("Approved", "Under Review", "In Progress")) : "Not Started";
    boolean done = status.equals("Approved") || status.equals("Under Review");
    List<SandboxRecord> findings = new ArrayList<>();
    while (past && findings.size() < 3 && making.chance(55)) {
      findings.add(
          making.element(
              "inspections",
              "findings",
              making.pick(ROOMS),
              making.pick(PROBLEMS),
              making.chance(50) ? "Work order created" : "Noted"));
    }
    making.add(
        "inspections",
        making
            .draft("inspections")
            .set("unitId", lease.text("unitId"))
            .set("leaseId", lease.id())
            .set("type", type)
            .set("status", status)
            .set("scheduledOn", scheduled)
            .set("completedOn", done ? scheduled : null)
            .set("inspector", making.pick(List.of("Robin Ashdown", "Sam Holloway")))
            .set("findings", findings));
  }
}
