package dev.camelentrata.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Set;

/** Works out how a work order stands to its due date. */
public final class WorkOrderSla {

  private static final Set<String> DONE = Set.of("completed", "cancelled");

  private WorkOrderSla() {}

  /**
   * Says it in the field {@code sla}.
   *
   * @param today the day at the property
   */
  public static void tell(ObjectNode workOrder, LocalDate today) {
    workOrder.put("sla", of(text(workOrder, "status"), text(workOrder, "dueOn"), today));
  }

  /**
   * How it stands; null if that is no question.
   *
   * @param dueOn in ISO form; null for none
   */
  public static String of(String status, String dueOn, LocalDate today) {
    if (dueOn == null || status != null && DONE.contains(status)) {
      return null;
    }
    LocalDate due = LocalDate.parse(dueOn);
    if (due.isBefore(today)) {
      return "overdue";
    }
    return due.isAfter(today.plusDays(1)) ? "on-track" : "at-risk";
  }

  private static String text(ObjectNode workOrder, String field) {
    return workOrder.hasNonNull(field) ? workOrder.get(field).asText() : null;
  }
}
