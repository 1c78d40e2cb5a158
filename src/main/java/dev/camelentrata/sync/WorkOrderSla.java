package dev.camelentrata.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Set;

/** Works out how a work order stands to its due date. */
final class WorkOrderSla {

  private static final Set<String> DONE = Set.of("completed", "cancelled");

  private WorkOrderSla() {}

  /**
   * Says it in the field {@code sla}.
   *
   * @param today the day at the property
   */
  static void tell(ObjectNode workOrder, LocalDate today) {
    workOrder.put("sla", state(workOrder, today));
  }

  private static String state(JsonNode workOrder, LocalDate today) {
    if (!workOrder.hasNonNull("dueOn") || DONE.contains(workOrder.path("status").asText())) {
      return null;
    }
    LocalDate due = LocalDate.parse(workOrder.get("dueOn").asText());
    if (due.isBefore(today)) {
      return "overdue";
    }
    return due.isAfter(today.plusDays(1)) ? "on-track" : "at-risk";
  }
}
