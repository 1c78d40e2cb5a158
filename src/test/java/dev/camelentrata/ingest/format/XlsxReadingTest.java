package dev.camelentrata.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxReadingTest {

  private final ReportFiles files;

  XlsxReadingTest(@TempDir Path folder) {
    files = new ReportFiles(folder);
  }

  @Test
  void readsTitlesTableAndParameters() throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("Properties:", "Maple Court");
    parameters.put("As Of Date", "11/01/2026");
    Path file =
        files.xlsx(
            "Rent Roll.xlsx",
            List.of(
                List.of("Rent Roll"),
                List.of("Maple Court"),
                List.of(),
                List.of("Bldg-Unit", "Lease Start", "Market Rent", "Month-to-Month"),
                List.of("1-101", LocalDate.of(2026, 3, 1), new BigDecimal("1545.10"), true),
                Arrays.asList("1-102", null, new BigDecimal("-12.5"), false)),
            parameters);

    ReadParts.Read part = ReadParts.of(file).only();

    assertThat(part.name()).isEqualTo("Rent Roll.xlsx");
    assertThat(part.format()).isEqualTo(FileFormat.XLSX);
    assertThat(part.parameters())
        .containsExactly(
            Map.entry("Properties", "Maple Court"), Map.entry("As Of Date", "11/01/2026"));
    assertThat(part.lines())
        .containsExactly(
            "1: Rent Roll",
            "2: Maple Court",
            "4: Bldg-Unit|Lease Start|Market Rent|Month-to-Month",
            "5: 1-101|2026-03-01|1545.10|TRUE",
            "6: 1-102||-12.5|FALSE");
    assertThat(part.cell(5, 1)).isEqualTo(new Cell.Day(LocalDate.of(2026, 3, 1)));
  }

  @Test
  void givesEachVisibleSheetWithSomethingInIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("several.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "camel-entrata", "1.0")) {
      workbook.newWorksheet("Empty");
      workbook.newWorksheet("Details").value(0, 0, "a");
      Worksheet hidden = workbook.newWorksheet("Lookup");
      hidden.value(0, 0, "b");
      hidden.setVisibilityState(VisibilityState.HIDDEN);
      workbook.newWorksheet("Summary").value(2, 0, "c");
    }

    assertThat(ReadParts.of(file).parts())
        .extracting(part -> part.name() + " " + part.lines())
        .containsExactly("several.xlsx [1: a]", "several.xlsx#Summary [3: c]");
  }

  @Test
  void tellsAnotherOfficeDocument() {
    RawXlsx binary = new RawXlsx("").part("xl/workbook.bin", "");

    assertThatThrownBy(() -> read(binary))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("XLSB");
  }

  @Test
  void readsDaysByTheStyleOfTheirCell() throws IOException {
    String cells =
        "<row r=\"1\">"
            + number("46332", 0)
            + number("46332", 1)
            + number("46332.75", 2)
            + number("0.5", 3)
            + number("46327", 4)
            + number("59", 1)
            + number("60", 1)
            + number("61", 1)
            + number("-1", 1)
            + number("46332", 2)
            + "</row>";

    List<Cell> row = row(new RawXlsx(cells));

    assertThat(row)
        .containsExactly(
            new Cell.Number(new BigDecimal("46332")),
            new Cell.Day(LocalDate.of(2026, 11, 6)),
            new Cell.Moment(LocalDateTime.of(2026, 11, 6, 18, 0)),
            new Cell.Text("12:00"),
            new Cell.Day(LocalDate.of(2026, 11, 1)),
            new Cell.Day(LocalDate.of(1900, 2, 28)),
            new Cell.Text("1900-02-29"),
            new Cell.Day(LocalDate.of(1900, 3, 1)),
            new Cell.Number(new BigDecimal("-1")),
            new Cell.Moment(LocalDateTime.of(2026, 11, 6, 0, 0)));
  }

  @Test
  void countsDaysSince1904WhereTheWorkbookSaysSo() throws IOException {
    RawXlsx workbook =
        new RawXlsx("<row r=\"1\">" + number("44870", 1) + number("0", 1) + "</row>");

    assertThat(row(workbook.since1904()))
        .containsExactly(
            new Cell.Day(LocalDate.of(2026, 11, 6)), new Cell.Day(LocalDate.of(1904, 1, 1)));
  }

  @Test
  void keepsNumbersAsAPersonSeesThem() throws IOException {
    String cells =
        "<row r=\"1\">"
            + number("1545.10", 0)
            + number("7.0000000000000007E-2", 0)
            + number("1545.0999999999999", 0)
            + number("12345678901234567", 0)
            + number("-3.3E+2", 0)
            + number("1E300", 0)
            + number("1E+999999999", 0)
            + "</row>";

    assertThat(row(new RawXlsx(cells)).stream().limit(6).map(Cell::text))
        .containsExactly(
            "1545.10", "0.07", "1545.1", "12345678901234567", "-330", "1" + "0".repeat(300));
    assertThat(row(new RawXlsx(cells)).get(6)).isEqualTo(new Cell.Text("1E+999999999"));
  }

  @Test
  void readsTextsOfAllKinds() throws IOException {
    RawXlsx workbook =
        new RawXlsx(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is>"
                    + "<t>(25.00)</t></is></c><c r=\"D1\" t=\"str\"><f>A1</f><v>31/02/2026</v></c>"
                    + "<c r=\"E1\" t=\"b\"><v>1</v></c><c r=\"F1\" t=\"s\"><v>1</v></c></row>")
            .strings(
                "<si><r><t>Okafor, </t></r><r><t>Ada</t></r></si><si><t>two_x000A_lines</t></si>");

    assertThat(row(workbook))
        .containsExactly(
            new Cell.Text("Okafor, Ada"),
            Cells.EMPTY,
            new Cell.Text("(25.00)"),
            new Cell.Text("31/02/2026"),
            new Cell.Flag(true),
            new Cell.Text("two\nlines"));
  }

  @Test
  void tellsFailedFormulasFromValues() throws IOException {
    RawXlsx workbook =
        new RawXlsx(
            "<row r=\"1\"><c r=\"A1\" t=\"e\"><f>SUM(#REF!)</f><v>#REF!</v></c>"
                + "<c r=\"B1\" t=\"e\"><v>#N/A</v></c><c r=\"C1\"><f>1+1</f><v>2</v></c></row>");

    assertThat(row(workbook))
        .containsExactly(
            new Cell.Fault("#REF!"), new Cell.Fault("#N/A"), new Cell.Number(new BigDecimal("2")));
  }

  @Test
  void mergedCellsHoldTheirTextInTheFirst() throws IOException {
    RawXlsx workbook =
        new RawXlsx(
            "<row r=\"7\"><c r=\"B7\" t=\"inlineStr\"><is><t>Current Residents</t></is></c>"
                + "<c r=\"C7\"/><c r=\"D7\"/></row></sheetData><mergeCells count=\"1\">"
                + "<mergeCell ref=\"B7:D7\"/></mergeCells><sheetData>");

    assertThat(read(workbook).lines()).containsExactly("7: |Current Residents||");
  }

  @Test
  void readsAWorkbookWithoutStyles() throws IOException {
    RawXlsx workbook = new RawXlsx("<row r=\"1\">" + number("5", 0) + "</row>");

    assertThat(row(workbook.without("xl/styles.xml")))
        .containsExactly(new Cell.Number(new BigDecimal("5")));
  }

  private List<Cell> row(RawXlsx workbook) throws IOException {
    return read(workbook).rows().get(0).cells();
  }

  private ReadParts.Read read(RawXlsx workbook) throws IOException {
    return ReadParts.of(files.zip("raw.xlsx", workbook.entries())).only();
  }

  private static String number(String value, int style) {
    return "<c s=\"" + style + "\"><v>" + value + "</v></c>";
  }
}
