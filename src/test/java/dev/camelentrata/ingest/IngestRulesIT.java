package dev.camelentrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.camelentrata.database.DatabaseFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken in, what is refused, and what wins, with a mirror in a real PostgreSQL. */
class IngestRulesIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final String HEADER = "Property,Bldg-Unit,Unit Status,Available On,Market Rent\n";

  @TempDir Path folder;
  private Path definitions;
  private IngestHouse house;

  @BeforeEach
  void furnish() throws IOException {
    definitions = folder.resolve("reports.yaml");
    Files.copy(Path.of("routes/ingest/reports.yaml"), definitions);
    house = new IngestHouse(DATABASE.dataSource(), folder, definitions);
    house.furnish();
  }

  private static String unit(String rent) {
    return HEADER + "Maple Court,1-101,Occupied No Notice,,\"$" + rent + "\"\n";
  }

  private String refusal(String name, String content) {
    ReportRefusedException refused =
        catchThrowableOfType(ReportRefusedException.class, () -> house.ingest(name, content));
    assertThat(house.runs.find(house.company, refused.runId()))
        .get()
        .extracting(IngestRun::state, IngestRun::problem)
        .containsExactly(IngestState.REFUSED, refused.kind());
    return refused.kind() + ": " + refused.getMessage();
  }

  @Test
  void changesNothingWithTheSameContent() throws IOException {
    house.ingest("Availability.csv", unit("1,700.00"));
    String before = house.data("units", "501");

    IngestRun again = house.ingest("again.csv", unit("1,700.00"));

    assertThat(again.state()).isEqualTo(IngestState.UNCHANGED);
    assertThat(again.notes()).singleElement().asString().startsWith("The same content landed with");
    assertThat(house.data("units", "501")).isEqualTo(before);
  }

  @Test
  void takesTheSameContentInAgainIfItsNameTellsOfALaterDay() throws IOException {
    house.clock.forward(Duration.ofDays(5));
    house.ingest("2026-11-25_Availability.csv", unit("1,700.00"));
    house.ingest("2026-11-26_Availability.csv", unit("1,800.00"));

    house.ingest("2026-11-27_Availability.csv", unit("1,700.00"));

    assertThat(house.data("units", "501")).contains("\"marketRent\":{\"amount\":\"1700.00\"");
    assertThat(house.ingest("2026-11-25_Availability.csv", unit("1,700.00")).state())
        .isEqualTo(IngestState.UNCHANGED);
  }

  @Test
  void neverOverwritesWhatALaterReadingOfThePortalShowed() throws IOException {
    IngestRun run = house.ingest("2026-11-20_Availability.csv", unit("1,111.00"));

    assertThat(run.state()).isEqualTo(IngestState.OLDER);
    assertThat(run.counts()).isEqualTo(new IngestCounts(1, 0, 0, 0, 1, 0, 0));
    assertThat(house.data("units", "501")).contains("1500.00");
  }

  @Test
  void neverOverwritesWhatALaterFileSaidAlthoughThatChangedNothing() throws IOException {
    house.clock.forward(Duration.ofDays(3));
    house.ingest("2026-11-27_Availability.csv", unit("1,500.00"));

    IngestRun late = house.ingest("2026-11-26_Availability.csv", unit("1,111.00"));

    assertThat(late.state()).isEqualTo(IngestState.OLDER);
    assertThat(house.data("units", "501")).contains("\"marketRent\":{\"amount\":\"1500.00\"");
  }

  @Test
  void yieldsToTheNextReadingOfThePortal() throws IOException {
    house.ingest("Availability.csv", unit("1,700.00"));
    assertThat(house.data("units", "501")).contains("1700.00");

    house.mirrored(
        "units",
        "10",
        IngestHouse.item("501", "{'id':'501','propertyId':'10','number':'101','building':'1'}"));

    assertThat(house.data("units", "501")).doesNotContain("1700.00");
  }

  @Test
  void rejectsBadRowsAndTakesTheOthersIn() throws IOException {
    String good =
        IntStream.range(0, 40)
            .mapToObj(i -> "Maple Court,1-102,Vacant Unrented Ready,01/05/2027,$1,600.00\n")
            .map(line -> line.replace("$1,600.00", "\"$1,600.00\""))
            .collect(Collectors.joining());

    IngestRun run =
        house.ingest(
            "Availability.csv",
            HEADER
                + good
                + "Maple Court,1-101,Vacant Unrented Ready,31/02/2026,\"$1,600.00\"\n"
                + "Maple Court,1-101,Vacant Unrented Ready,01/05/2027,#REF!\n");

    assertThat(run.state()).isEqualTo(IngestState.PARTIAL);
    assertThat(run.counts().rejected()).isEqualTo(2);
    assertThat(run.counts().changed()).isEqualTo(1);
    assertThat(house.data("units", "501")).contains("1500.00");
    assertThat(house.rejected)
        .extracting(RejectedRow::row, RejectedRow::column, RejectedRow::value, RejectedRow::reason)
        .containsExactly(
            tuple(42L, "Available On", "31/02/2026", "is no date (MM/DD/YYYY)"),
            tuple(43L, "Market Rent", "#REF!", "is a formula that failed"));
  }

  @Test
  void saysOfARejectedRowWhosePropertyItIs() throws IOException {
    house.ingest(
        "Availability.csv",
        HEADER
            + "Maple Court,1-101,Vacant Unrented Ready,01/05/2027,\"$1,600.00\"\n"
            + "Somewhere Else,1-101,Vacant Unrented Ready,31/02/2026,\"$1,600.00\"\n");

    assertThat(house.rejected).extracting(RejectedRow::propertyId).containsOnlyNulls();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(1600.00", "-1600.00)", "1600.00)", "()", "1.6.0"})
  void takesNoHalfNumbers(String amount) throws IOException {
    house.ingest(
        "Availability.csv",
        unit("1,700.00") + "Maple Court,1-102,Vacant Unrented Ready,01/05/2027," + amount + "\n");

    assertThat(house.rejected)
        .extracting(RejectedRow::column, RejectedRow::reason)
        .containsExactly(tuple("Market Rent", "is no number"));
  }

  @Test
  void hidesPersonalValuesOfRejectedRows() throws IOException {
    String rows =
        "Property,Bldg-Unit,Resident,Lease Start,Lease End,Email\n"
            + "Maple Court,1-101,\"Example, Ada\",01/01/2026,12/31/2026,ada@example.test\n";
    house.ingest(
        "Expiring Leases.csv",
        rows + "Maple Court,1-102,Bo Example,13/40/2026,12/31/2026,b@c.test\n");

    assertThat(house.rejected)
        .singleElement()
        .satisfies(row -> assertThat(row.cells().values()).contains("[personal]"))
        .satisfies(row -> assertThat(row.cells().toString()).doesNotContain("Bo ", "b@c"));
  }

  @Test
  void refusesAFileWithTooManyBadRows() {
    assertThat(
            refusal(
                "Availability.csv",
                HEADER
                    + "Maple Court,1-101,Notice Rented,31/02/2026,1.00\n"
                    + "Maple Court,1-102,Notice Rented,01/02/2027,1.00\n"
                    + "Maple Court,1-102,Notice Rented,01/02/2027,ten\n"))
        .isEqualTo(
            "too-many-bad-rows: Availability.csv: 2 of 3 rows cannot be read, more than"
                + " entrata.ingest.rejected-share allows. The first is row 2, where Available On is"
                + " no date (MM/DD/YYYY).");
    assertThat(house.data("units", "502")).contains("1500.00");
    assertThat(house.rejected).isEmpty();
  }

  @Test
  void refusesATotalThatDoesNotAddUp() {
    assertThat(refusal("Availability.csv", unit("1,700.00") + "Total:,,,,$1800.00\n"))
        .isEqualTo(
            "wrong-total: Availability.csv, row 3: the total of Market Rent is 1800.00, but the rows"
                + " add up to 1700.00. The file is not whole or was changed: export it again.");
    assertThat(house.data("units", "501")).contains("1500.00");
  }

  @Test
  void refusesAFileThatLacksRows() {
    assertThat(
            refusal(
                "Work Order Details.csv",
                "Property,Reference,Status\nMaple Court,1,Open\n(Results: 2),,\n"))
        .startsWith("wrong-total: Work Order Details.csv, row 3: there should be 2 rows, but 1");
  }

  @Test
  void refusesAFileWithoutARequiredColumn() {
    assertThat(refusal("Availability.csv", "Property,Bldg-Unit,Market Rent\nMaple Court,1-101,1\n"))
        .isEqualTo(
            "missing-column: Availability.csv: Availability needs the column Unit Status, but row 1"
                + " has Property, Bldg-Unit, Market Rent. If a column was renamed, add its new name"
                + " to it in reports.yaml.");
  }

  @Test
  void refusesAReportUnderTheNameOfAnother() {
    assertThat(
            refusal("Rent Roll.csv", "Property,Reference,Status,Problem\nMaple Court,1,Open,x\n"))
        .isEqualTo(
            "wrong-report: Rent Roll.csv is named Rent Roll, but its columns are those of Work Order"
                + " Details (row 1). Give it its right name.");
  }

  @Test
  void refusesWhatIsNoReport() {
    assertThat(refusal("holidays.csv", "Day,Name\n12/25/2026,Christmas\n"))
        .startsWith("unknown-report: holidays.csv is no report that is known");
    assertThat(refusal("Rent Roll.xlsx", "\u0089PNG\r\n\u001A\n\u0000")).isNotBlank();
  }

  @Test
  void reportsColumnsThatItDoesNotKnow() throws IOException {
    IngestRun run =
        house.ingest(
            "Availability.csv",
            "Property,Bldg-Unit,Unit Status,View\nMaple Court,1-101,Notice Rented,Lake\n");

    assertThat(run.state()).isEqualTo(IngestState.SUCCEEDED);
    assertThat(run.unknownColumns()).containsExactly("View");
  }

  @Test
  void readsARenamedColumnAfterOneLineWasChanged() throws IOException {
    String renamed = unit("1,700.00").replace("Unit Status", "Space State");
    assertThat(refusal("Availability.csv", renamed)).startsWith("missing-column");

    String yaml = Files.readString(definitions);
    Files.writeString(
        definitions,
        yaml.replace(
            "unitStatus: { names: [Unit Status], type: text, required: true }",
            "unitStatus: { names: [Unit Status, Space State], type: text, required: true }"));

    assertThat(house.ingest("Availability.csv", renamed).counts().changed()).isEqualTo(1);
    assertThat(house.data("units", "501")).contains("1700.00");
  }

  @Test
  void keepsItsDefinitionsWhenAnEditIsBroken() throws IOException {
    Files.writeString(definitions, "reports: { availability: { title: 1 } }");

    assertThat(house.ingest("Availability.csv", unit("1700.00")).state())
        .isEqualTo(IngestState.SUCCEEDED);
  }

  @Test
  void readsAgainWhatWasNotWholeBefore() throws IOException {
    String content = HEADER + "Maple Court,1-103,Notice Rented,,$900.00\n";
    assertThat(house.ingest("Availability.csv", content).counts().unmatched()).isEqualTo(1);
    house.mirrored(
        "units",
        "10",
        IngestHouse.item("503", "{'id':'503','propertyId':'10','number':'103','building':'1'}"));

    assertThat(house.ingest("Availability.csv", content).counts().changed()).isEqualTo(1);
  }
}
