package dev.camelentrata.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {

  private static final List<List<String>> ROWS =
      List.of(
          List.of("Bldg-Unit", "Resident", "Balance"),
          List.of("1-101", "Ödmark, Lena", "$1,545.10"),
          List.of("1-102", "Note \"A\"\nof two lines", "(25.00)"),
          List.of("", "", ""),
          List.of("1-103", "-- Vacant --", ""));

  private final ReportFiles files;

  CsvReadingTest(@TempDir Path folder) {
    files = new ReportFiles(folder);
  }

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t', '|'})
  void findsTheDelimiterAndNumbersRowsByLine(char delimiter) throws IOException {
    Path file = files.csv("2026-11-01_Rent Roll.csv", ROWS, delimiter, StandardCharsets.UTF_8);

    ReadParts.Read part = ReadParts.of(file).only();

    assertThat(part.name()).isEqualTo("2026-11-01_Rent Roll.csv");
    assertThat(part.format()).isEqualTo(FileFormat.CSV);
    assertThat(part.lines())
        .containsExactly(
            "1: Bldg-Unit|Resident|Balance",
            "2: 1-101|Ödmark, Lena|$1,545.10",
            "3: 1-102|Note \"A\"\nof two lines|(25.00)",
            "6: 1-103|-- Vacant --|");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void followsTheByteOrderMark(String charset) throws IOException {
    Path file = files.csv("marked.csv", ROWS, ',', Charset.forName(charset));

    assertThat(ReadParts.of(file).only().cell(2, 1)).isEqualTo(new Cell.Text("Ödmark, Lena"));
  }

  @Test
  void readsAnotherEncodingOnlyIfTold() throws IOException {
    Path file = files.csv("old.csv", ROWS, ',', Charset.forName("windows-1252"));
    ReportFile told = new ReportFile(FormatLimits.DEFAULT, Charset.forName("windows-1252"));

    assertThat(ReadParts.of(file, told, null).only().cell(2, 1).text()).isEqualTo("Ödmark, Lena");
  }

  @Test
  void leavesDatesAndAmountsAsText() throws IOException {
    Path file = files.text("text.csv", "31/02/2026,(25.00),=\"007\",#REF!,  ,=1+1\n");

    assertThat(ReadParts.of(file).only().rows().get(0).cells())
        .containsExactly(
            new Cell.Text("31/02/2026"),
            new Cell.Text("(25.00)"),
            new Cell.Text("007"),
            new Cell.Fault("#REF!"),
            Cells.EMPTY,
            new Cell.Text("=1+1"));
  }

  @Test
  void believesExcelsDelimiterHint() throws IOException {
    Path file = files.text("hint.csv", "sep=;\r\na,b;c\r\n");

    assertThat(ReadParts.of(file).only().lines()).containsExactly("2: a,b|c");
  }

  @Test
  void findsTheDelimiterBeneathTitlesAndAmongOthers() throws IOException {
    Path file =
        files.text(
            "titles.csv",
            "Rent Roll\nMaple Court, as of 11/01\n\nUnit;Pipe;Rent\n1;12\" old;1,5\n2;a;2,5\n");

    assertThat(ReadParts.of(file).only().lines())
        .containsExactly(
            "1: Rent Roll",
            "2: Maple Court, as of 11/01",
            "4: Unit|Pipe|Rent",
            "5: 1|12\" old|1,5",
            "6: 2|a|2,5");
  }
}
