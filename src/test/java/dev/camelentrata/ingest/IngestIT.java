package dev.camelentrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.database.DatabaseFixture;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Each report on its way into a mirror in a real PostgreSQL. */
class IngestIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final String WORK_ORDERS =
      """
      Property,Reference,Bldg-Unit,Created,Status,Priority,Type,Problem,Location,Description,Assigned Employee,Days Open,Due Date,Assigned Vendor,Internal Note
      Maple Court,7001,1-101,11/20/2026,Open,High,Service Request,Leak,Kitchen,"Drips, slowly",Sam Example,4,11/28/2026,,
      Maple Court,7002,,11/21/2026,In Progress,Low,Recurring,Lawn,Grounds,Mow,,3,,,
      Average:,,,,,,,,,,,3.5,,,
      (Results: 2),,,,,,,,,,,,,,
      """;

  @TempDir Path folder;
  private IngestHouse house;

  @BeforeEach
  void furnish() {
    house = new IngestHouse(DATABASE.dataSource(), folder, Path.of("routes/ingest/reports.yaml"));
    house.furnish();
  }

  @Test
  void makesWorkOrdersByTheirReference() throws IOException {
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
  void changesOnlyWhatIsOtherwise() throws IOException {
    house.ingest("Work Order Details.csv", WORK_ORDERS);

    IngestRun run =
        house.ingest("Work Order Details.csv", WORK_ORDERS.replace("In Progress", "On Hold"));

    assertThat(run.counts()).isEqualTo(new IngestCounts(2, 0, 1, 1, 0, 0, 0));
    assertThat(house.data("work-orders", "7002")).contains("\"status\":\"on-hold\"");
  }

  @Test
  void makesPaymentsWhichLowerWhatIsOwed() throws IOException {
    IngestRun run =
        house.ingest(
            "2026-11-24_Payment Details.csv",
            """
            Property,Transaction Id,Bldg-Unit,Resident,Resident Id,Lease Id,Post Date,Payment Date,Post Month,Payment Type,Memo,Amount
            Maple Court,8001,1-101,"Example, Ada",701,601,11/02/2026,11/01/2026,11/2026,Check,Rent,"$1,545.10"
            Maple Court,8002,1-101,"Example, Ada",701,601,11/05/2026,11/05/2026,11/2026,Check,Returned,(45.10)
            ,Total:,,,,,,,,,,"$1,500.00"
            (Results: 2),,,,,,,,,,,
            """);

    assertThat(run.counts()).isEqualTo(new IngestCounts(2, 2, 0, 0, 0, 0, 0));
    assertThat(house.data("ledger-transactions", "8001"))
        .contains(
            "\"leaseId\":\"601\",\"residentId\":\"701\",\"type\":\"payment\"",
            "\"postMonth\":\"2026-11\",\"amount\":{\"amount\":\"-1545.10\",\"currency\":\"USD\"}");
    assertThat(house.data("ledger-transactions", "8002"))
        .contains("\"amount\":{\"amount\":\"45.10\",\"currency\":\"USD\"}");
  }

  @Test
  void readsARentRollOfSeveralRowsPerUnit() throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(row("Rent Roll"));
    rows.add(row("Maple Court"));
    rows.add(row("As of 11/24/2026"));
    rows.add(row());
    rows.add(
        row(
            "Bldg-Unit",
            "Unit Type",
            "SQFT",
            "Unit Status",
            "Resident",
            "Move-In",
            "Lease Start",
            "Lease End",
            "Expected Move-Out",
            "Market Rent",
            "Ledger",
            "Charge Code",
            "Scheduled Charges",
            "Balance",
            "Deposit Held"));
    rows.add(
        row(
            "1-101",
            "2x2",
            new BigDecimal("950"),
            "Notice Unrented",
            "Example, Ada",
            day(2026, 1, 1),
            day(2026, 1, 1),
            day(2027, 1, 31),
            null,
            new BigDecimal("1545.10"),
            "Resident",
            "Base Rent",
            new BigDecimal("1400"),
            "(25.00)",
            new BigDecimal("350")));
    rows.add(
        row(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "Pet Rent",
            new BigDecimal("35.5"),
            null,
            null));
    rows.add(
        row(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "Charge Total:",
            new BigDecimal("1435.5"),
            null,
            null));
    rows.add(
        row(
            "1-102",
            "2x2",
            new BigDecimal("900"),
            "Vacant Unrented Ready",
            "-- Vacant --",
            null,
            null,
            null,
            null,
            new BigDecimal("1600"),
            null,
            null,
            null,
            null,
            null));
    rows.add(
        row(
            "Total:",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new BigDecimal("3145.10"),
            null,
            null,
            new BigDecimal("1435.5"),
            "(25.00)",
            new BigDecimal("350")));
    rows.add(row("Summary"));
    rows.add(row("Notice Unrented", "1"));

    IngestRun run = house.ingest("rent roll.xlsx", house.files.xlsx("a.xlsx", rows, Map.of()));

    assertThat(run.counts()).isEqualTo(new IngestCounts(3, 0, 3, 0, 0, 0, 0));
    assertThat(house.data("units", "501"))
        .contains(
            "\"bedrooms\":2,\"squareFeet\":950,\"status\":\"notice-unrented\"",
            "\"marketRent\":{\"amount\":\"1545.10\",\"currency\":\"USD\"}",
            "\"effectiveRent\":{\"amount\":\"1400.00\",\"currency\":\"USD\"}");
    assertThat(house.data("units", "502")).contains("\"status\":\"vacant-unrented-ready\"");
    assertThat(house.data("leases", "601"))
        .contains(
            "\"endsOn\":\"2027-01-31\"",
            "\"residentId\":\"701\"",
            "\"balance\":{\"amount\":\"-25.00\"",
            "\"deposit\":{\"amount\":\"350.00\"");
    assertThat(house.rows.list(house.viewer("10"), run.id(), 0, 0, 10))
        .extracting(ReportRow::line)
        .containsExactly(6L, 7L, 9L);
    assertThat(house.rows.list(house.viewer("11"), run.id(), 0, 0, 10)).isEmpty();
  }

  private static List<Object> row(Object... cells) {
    return Arrays.asList(cells);
  }

  private static LocalDate day(int year, int month, int day) {
    return LocalDate.of(year, month, day);
  }

  @Test
  void readsAvailabilityByPropertyAndUnit() throws IOException {
    IngestRun run =
        house.ingest(
            "Availability.csv",
            """
            Property;Bldg-Unit;Floor Plan;Unit Type;Unit Status;Days Vacant;Move-Out;Available On;Market Rent
            Maple Court;1-101;Dogwood;2x2;Notice Unrented;;12/31/2026;01/05/2027;$1,700.00
            Maple Court;1-999;Dogwood;2x2;Notice Unrented;;12/31/2026;01/05/2027;$1,700.00
            Birch Point;1-101;Dogwood;2x2;Notice Unrented;;12/31/2026;01/05/2027;$1,700.00
            """);

    assertThat(run.counts()).isEqualTo(new IngestCounts(3, 0, 1, 0, 0, 2, 0));
    assertThat(run.notes())
        .containsExactly(
            "2 rows are of nothing that the mirror has; send the file again once it has it.");
    assertThat(house.data("units", "501"))
        .contains("\"vacatesOn\":\"2026-12-31\"", "\"availableOn\":\"2027-01-05\"", "1700.00");
  }

  @Test
  void readsAgedReceivablesAndKeepsTheirAges() throws IOException {
    IngestRun run =
        house.ingest(
            "Maple Court Resident Aged Receivables.csv",
            """
            Bldg-Unit,Resident,Lease Status,Unallocated Charges/Credits,0-30,31-60,61-90,90+ Days,Pre-Payments,Balance,Last Delinquency Note
            1-101,"Example, Ada",Current,0.00,120.00,30.00,0.00,0.00,0.00,150.00,
            Total:,,,0.00,120.00,30.00,0.00,0.00,0.00,150.00,
            """);

    assertThat(run.counts()).isEqualTo(new IngestCounts(1, 0, 1, 0, 0, 0, 0));
    assertThat(house.data("leases", "601")).contains("\"balance\":{\"amount\":\"150.00\"");
    assertThat(house.rows.list(house.viewer("10"), run.id(), 0, 0, 10))
        .singleElement()
        .extracting(ReportRow::data)
        .asString()
        .contains("\"days30\":\"120.00\",\"days60\":\"30.00\"");
  }

  @Test
  void readsExpiringLeases() throws IOException {
    IngestRun run =
        house.ingest(
            "Expiring Leases.csv",
            """
            Property,Bldg-Unit,Resident,Lease Status,Lease Start,Lease End,Move-Out,Deposit Held,Scheduled Charges
            Maple Court,1-101,"Example, Ada",Notice,01/01/2026,12/31/2026,12/30/2026,$300.00,"$1,400.00"
            (Results: 1),,,,,,,,
            """);

    assertThat(run.counts()).isEqualTo(new IngestCounts(1, 0, 1, 0, 0, 0, 0));
    assertThat(house.data("leases", "601"))
        .contains(
            "\"status\":\"notice\",\"portalStatus\":\"Notice\"", "\"moveOutOn\":\"2026-12-30\"");
  }

  @Test
  void keepsReceiptsByChargeCode() throws IOException {
    IngestRun run =
        house.ingest(
            "Receipts by Charge Code.csv",
            """
            Property,Charge Code,GL Account,Total Charges,Total Cash Collections,Credits / Concessions,Total Collections,% Collected
            Maple Court,Base Rent,4000,"1,000.00",900.00,(50.00),850.00,85.0%
            Birch Point,Base Rent,4000,500.00,500.00,0.00,500.00,100%
            ,Total:,,"1,500.00","1,400.00",(50.00),"1,350.00",
            """);

    assertThat(run.state()).isEqualTo(IngestState.SUCCEEDED);
    assertThat(house.rows.list(house.viewer("11"), run.id(), 0, 0, 10))
        .containsExactly(
            new ReportRow(
                1,
                3,
                "receipts-by-charge-code",
                "11",
                "{\"property\":\"Birch Point\",\"chargeCode\":\"Base Rent\",\"glAccount\":\"4000\","
                    + "\"charges\":\"500.00\",\"collections\":\"500.00\",\"credits\":\"0.00\","
                    + "\"total\":\"500.00\",\"percent\":100}"));
  }

  @Test
  void readsUnitsAndFloorplansOfAMitsFeed() throws IOException {
    IngestRun run =
        house.ingest(
            "MITS.xml",
            """
            <PhysicalProperty><Property><PropertyID>10</PropertyID>
            <Floorplan><Identification><IDValue>20</IDValue></Identification><Name>Dogwood</Name>
            <UnitsAvailable>3</UnitsAvailable><Deposit>250.00</Deposit></Floorplan>
            <ILS_Unit><Identification><IDValue>501</IDValue></Identification>
            <Units><Unit><MarketRent>1555.00</MarketRent></Unit></Units>
            <EffectiveRent>1500.00</EffectiveRent>
            <Availability><VacateDate>12/31/2026</VacateDate></Availability></ILS_Unit>
            </Property></PhysicalProperty>
            """);

    assertThat(run.counts()).isEqualTo(new IngestCounts(2, 0, 2, 0, 0, 0, 0));
    assertThat(house.data("units", "501"))
        .contains("\"marketRent\":{\"amount\":\"1555.00\"", "\"vacatesOn\":\"2026-12-31\"");
    assertThat(house.data("floorplans", "20"))
        .contains("\"unitsAvailable\":3", "\"deposit\":{\"amount\":\"250.00\"");
  }

  @Test
  void readsEveryReportOfAPacket() throws IOException {
    Map<String, byte[]> packet = new LinkedHashMap<>();
    packet.put(
        "packet 01. Daily_Work Order Details - All.csv",
        WORK_ORDERS.getBytes(StandardCharsets.UTF_8));
    packet.put(
        "packet 02. Daily_Availability - All.csv",
        "Property,Bldg-Unit,Unit Status\nMaple Court,1-102,Notice Rented\n"
            .getBytes(StandardCharsets.UTF_8));

    IngestRun run = house.ingest("daily.zip", house.files.zip("daily.zip", packet));

    assertThat(run.reports()).containsExactly("work-order-details", "availability");
    assertThat(run.counts()).isEqualTo(new IngestCounts(3, 2, 1, 0, 0, 0, 0));
  }
}
