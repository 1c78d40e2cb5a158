package dev.camelentrata.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsReadingTest {

  private static final List<List<Object>> ROWS =
      List.of(
          List.of("Rent Roll"),
          List.of(),
          List.of("Bldg-Unit", "Lease Start", "Market Rent", "Month-to-Month", "Resident"),
          List.of(
              "1-101", LocalDate.of(2026, 3, 1), new BigDecimal("1545.10"), true, "Okafor, Ada"),
          Arrays.asList("1-102", null, new BigDecimal("100"), false, "=A4&\" moved\""),
          Arrays.asList("1-103", null, null, null, "=1/0"));

  private final ReportFiles files;

  XlsReadingTest(@TempDir Path folder) {
    files = new ReportFiles(folder);
  }

  @Test
  void readsTitlesTableAndParameters() throws IOException {
    Path file = files.xls("Rent Roll.xls", ROWS, Map.of("Property:", "Maple Court"));

    ReadParts.Read part = ReadParts.of(file).only();

    assertThat(part.format()).isEqualTo(FileFormat.XLS);
    assertThat(part.parameters()).containsExactly(Map.entry("Property", "Maple Court"));
    assertThat(part.lines())
        .containsExactly(
            "1: Rent Roll",
            "3: Bldg-Unit|Lease Start|Market Rent|Month-to-Month|Resident",
            "4: 1-101|2026-03-01|1545.1|TRUE|Okafor, Ada",
            "5: 1-102||100|FALSE|1-101 moved",
            "6: 1-103||||#DIV/0!");
    assertThat(part.cell(4, 1)).isEqualTo(new Cell.Day(LocalDate.of(2026, 3, 1)));
    assertThat(part.cell(6, 4)).isEqualTo(new Cell.Fault("#DIV/0!"));
  }

  @Test
  void tellsATruncatedWorkbook() throws IOException {
    Path cut = files.cut("truncated.xls", files.xls("whole.xls", ROWS, Map.of()), 0.5);

    assertThatThrownBy(() -> ReadParts.of(cut))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.kind()).isEqualTo("truncated"))
        .hasMessageContaining("truncated.xls");
  }
}
