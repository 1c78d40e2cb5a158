package dev.camelentrata.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkOrderSlaTest {

  @ParameterizedTest
  @CsvSource({
    "open, 2026-11-27, on-track",
    "open, 2026-11-26, on-track",
    "in-progress, 2026-11-25, at-risk",
    "on-hold, 2026-11-24, at-risk",
    "open, 2026-11-23, overdue",
    "completed, 2026-11-01,",
    "cancelled, 2026-11-01,",
    "open, ,"
  })
  void comparesTheDueDateWithTheDayAtTheProperty(String status, String due, String sla) {
    ObjectNode workOrder = JsonNodeFactory.instance.objectNode();
    workOrder.put("status", status).put("dueOn", due);

    WorkOrderSla.tell(workOrder, LocalDate.of(2026, 11, 24));

    assertThat(workOrder.path("sla").textValue()).isEqualTo(sla);
  }
}
