package dev.camelentrata.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacketReadingTest {

  private static final byte[] CSV =
      "Bldg-Unit,Balance\n1-101,5.00\n".getBytes(StandardCharsets.UTF_8);

  private final ReportFiles files;

  PacketReadingTest(@TempDir Path folder) {
    files = new ReportFiles(folder);
  }

  @Test
  void readsThePacketsReportsInOrder() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("packet 01. monthly_Rent Roll - Details.csv", CSV);
    entries.put("__MACOSX/._Rent Roll.csv", new byte[] {0, 5, 22, 7});
    entries.put("folder/", new byte[0]);
    entries.put(
        "folder/packet 02. monthly_Availability.xlsx",
        Files.readAllBytes(
            files.xlsx("a.xlsx", List.of(List.of("Property")), Map.of("As Of", "x"))));
    entries.put(
        "packet 03. monthly_Expiring Leases.xls",
        Files.readAllBytes(files.xls("b.xls", List.of(List.of("Resident")), Map.of())));

    ReadParts read = ReadParts.of(files.zip("packet.zip", entries));

    assertThat(read.parts())
        .extracting(ReadParts.Read::name)
        .containsExactly(
            "packet 01. monthly_Rent Roll - Details.csv",
            "packet 02. monthly_Availability.xlsx",
            "packet 03. monthly_Expiring Leases.xls");
    assertThat(read.parts())
        .extracting(ReadParts.Read::format)
        .containsExactly(FileFormat.CSV, FileFormat.XLSX, FileFormat.XLS);
    assertThat(read.parts().get(0).lines())
        .containsExactly("1: Bldg-Unit|Balance", "2: 1-101|5.00");
    assertThat(read.parts().get(1).parameters()).containsEntry("As Of", "x");
  }

  @Test
  void countsProgressOverTheWholePacket() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("1.csv", CSV);
    entries.put("2.csv", CSV);
    List<Double> ends = new ArrayList<>();

    new ReportFile(FormatLimits.DEFAULT)
        .read(
            files.zip("packet.zip", entries),
            "packet.zip",
            part -> {
              try (Rows rows = part.rows()) {
                while (rows.next() != null) {
                  assertThat(rows.progress()).isBetween(0.0, 1.0);
                }
                ends.add(rows.progress());
              }
            });

    assertThat(ends).containsExactly(0.5, 1.0);
  }

  @Test
  void refusesAPacketWithoutReports() {
    Path empty = files.zip("empty.zip", Map.of("folder/", new byte[0]));

    assertThatThrownBy(() -> ReadParts.of(empty))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("without reports");
  }

  @Test
  void namesTheEntryThatIsNoReport() {
    Path packet =
        files.zip("packet.zip", Map.of("cover.pdf", "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8)));

    assertThatThrownBy(() -> ReadParts.of(packet))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageStartingWith("packet.zip, entry cover.pdf: ");
  }
}
