package dev.camelentrata.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypesTest {

  private final FileTypes types = new FileTypes(Set.of("image/jpeg"));

  @ParameterizedTest
  @CsvSource({
    "ffd8ffe000104a464946, image/jpeg",
    "ffd8ffe1001845786966, image/jpeg",
    "89504e470d0a1a0a0000000d49484452, image/png",
    "00000018667479706865696300000000, image/heic",
    "52494646241000005745425056503820, image/webp",
    "255044462d312e370a, application/pdf",
  })
  void knowsTheTypesThatAreTaken(String start, String type) {
    assertThat(types.sniff(content(start))).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "7f454c46020101000000",
    "4d5a90000300000004000000",
    "504b0304140000000800",
    "3c21646f63747970652068746d6c3e",
    "3c73766720786d6c6e733d22",
    "cafebabe0000003d",
    "2321 2f62696e2f7368",
    "00",
  })
  void takesNothingElseForAnImageOrADocument(String start) {
    assertThat(types.sniff(content(start.replace(" ", ""))))
        .doesNotStartWith("image/j")
        .isNotIn("image/png", "image/heic", "image/webp", "application/pdf");
  }

  private static byte[] content(String start) {
    byte[] head = HexFormat.of().parseHex(start);
    byte[] content = new byte[512];
    System.arraycopy(head, 0, content, 0, head.length);
    return content;
  }
}
