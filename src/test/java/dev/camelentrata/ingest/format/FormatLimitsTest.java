package dev.camelentrata.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatLimitsTest {

  private static final FormatLimits SMALL = new FormatLimits(10_000, 20_000, 200, 5, 4, 50, 3);

  private final ReportFiles files;

  FormatLimitsTest(@TempDir Path folder) {
    files = new ReportFiles(folder);
  }

  @Test
  void refusesWhatIsBeyondThem() {
    tooLarge("bytes.csv", "x".repeat(10_001), "10001 bytes, more than 10000");
    tooLarge("rows.csv", "a\nb\nc\nd\n", "more than 3 rows");
    tooLarge("columns.csv", "a,b,c,d,e\n", "row 1 has 5 cells, more than 4");
    tooLarge("text.csv", "a\n" + "x".repeat(51) + "\n", "row 2 has a text of 51 characters");
  }

  @Test
  void holdsTextsInTreesToThem() {
    RecordShape shape = new RecordShape("a/b", List.of("c"));

    for (Path file :
        List.of(
            files.text("text.xml", "<a><b><c>" + "x".repeat(51) + "</c></b></a>"),
            files.text("text.json", "{\"a\":{\"b\":{\"c\":\"" + "x".repeat(51) + "\"}}}"),
            files.text("deep.json", "{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}"),
            files.text("deep.xml", "<a>".repeat(200) + "</a>".repeat(200)))) {
      assertThatThrownBy(() -> ReadParts.of(file, new ReportFile(SMALL), shape))
          .as(file.toString())
          .isInstanceOfSatisfying(
              UnreadableFileException.class, e -> assertThat(e.kind()).isEqualTo("too-large"));
    }
  }

  private void tooLarge(String name, String text, String message) {
    assertThatThrownBy(() -> ReadParts.of(files.text(name, text), SMALL))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.kind()).isEqualTo("too-large"))
        .hasMessageContaining(message);
  }
}
