package dev.camelentrata.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kitchen sink.jpg|kitchen sink.jpg",
        "../../etc/passwd|passwd",
        "C:\\temp\\a.jpg|a.jpg",
        "...hidden.jpg|hidden.jpg",
        "a\"b<c>.jpg|a_b_c_.jpg",
        "Küche.jpg|Küche.jpg",
        "../..|file",
        "-rf.jpg|rf.jpg",
      })
  void isPlain(String name, String plain) {
    assertThat(FileName.plain(name)).isEqualTo(plain);
  }

  @Test
  void hasNoControlOrDirectionCharacters() {
    assertThat(FileName.plain("a\r\nb\u0000c\u202egpj.exe")).isEqualTo("a_b_c_gpj.exe");
    assertThat(FileName.ascii("Küche.jpg")).isEqualTo("K_che.jpg");
  }

  @Test
  void keepsTheExtensionOfALongName() {
    assertThat(FileName.plain("x".repeat(500) + ".jpg")).hasSize(120).endsWith("x.jpg");
    assertThat(FileName.plain("x".repeat(119) + "\ud83d\ude00")).hasSize(119);
  }
}
