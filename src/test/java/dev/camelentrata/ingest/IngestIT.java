package dev.camelentrata.ingest;

import static dev.camelentrata.ingest.IngestHouse.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.database.DatabaseFixture;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Report files on their way into a mirror in a real PostgreSQL. */
class IngestIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final String WORK_ORDERS =
      """
      Property,Reference,Bldg-Unit,Created,Status,Priority,Type,Problem,Location,Description,Assigned Employee,Days Open,Due Date,Assigned Vendor,Internal Note
      Maple Court,7001,1-101,11/20/2026,Open,High,Service Request,Leak,Kitchen,"Drips, slowly",Sam Example,4,11/28/2026,,
      Maple Court,7002,,11/21/2026,In Progress,Low,Recurring,Lawn,Grounds,Mow,,3,,,
      (Results: 2),,,,,,,,,,,,,,
      Average:,,,,,,,,,,,3.5,,,
      """;

  @TempDir Path folder;
  private IngestHouse house;

  @BeforeEach
  void furnish() {
    house = new IngestHouse(DATABASE.dataSource(), folder, Path.of("routes/ingest/reports.yaml"));
    house.mirrored(
        "properties",
        null,
        item("10", "{\"id\":\"10\",\"name\":\"Maple Court\",\"timeZone\":\"America/Denver\"}"),
        item("11", "{\"id\":\"11\",\"name\":\"Birch Point\",\"timeZone\":\"America/New_York\"}"));
    house.mirrored(
        "units",
        "10",
        item(
            "501",
            "{\"id\":\"501\",\"propertyId\":\"10\",\"number\":\"101\",\"building\":\"1\",\"status\":\"vacant-unrented-ready\"}"));
  }

  @Test
  void takesWorkOrdersIn() throws IOException {
    IngestRun run = house.ingest("2026-11-24_Work Order Details.csv", "\uFEFF" + WORK_ORDERS);

    assertThat(run.state()).isEqualTo(IngestState.SUCCEEDED);
    assertThat(run.counts()).isEqualTo(new IngestCounts(2, 2, 0, 0, 0, 0, 0));
    assertThat(run.reports()).containsExactly("work-order-details");
    assertThat(house.data("work-orders", "7001"))
        .startsWith(
            "{\"id\":\"7001\",\"propertyId\":\"10\",\"unitId\":\"501\",\"leaseId\":null,"
                + "\"type\":\"service-request\",\"status\":\"open\",\"portalStatus\":\"Open\"")
        .contains("\"description\":\"Drips, slowly\"", "\"sla\":\"on-track\"");
    assertThat(house.runs.find(house.company, run.id())).contains(run);
  }

  @Test
  void changesNothingWithTheSameContent() throws IOException {
    house.ingest("Work Order Details.csv", WORK_ORDERS);

    assertThat(house.ingest("again.csv", WORK_ORDERS).state()).isEqualTo(IngestState.UNCHANGED);
  }
}
