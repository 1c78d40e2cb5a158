package dev.camelentrata.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

  @TempDir Path data;

  @Test
  void isMadeOnceAndReadableByItsOwnerOnly() throws Exception {
    MasterKey made = MasterKey.load(null, data);
    assertThat(MasterKey.load("", data)).isEqualTo(made);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("master.key"))))
        .isEqualTo("rw-------");
    assertThat(data).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void comesFromTheEnvironmentWithoutTouchingTheDirectory() {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) 0xFB;
    String standard = Base64.getEncoder().encodeToString(bytes);
    String url = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    assertThat(MasterKey.load(standard + "\n", data)).isEqualTo(MasterKey.load(url, data));
    assertThat(data).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"c2hvcnQ=", "not base64 at all!", "correct horse battery staple"})
  void refusesWhatIsNot32BytesWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> MasterKey.load(text, data))
        .isInstanceOf(SecurityStateException.class)
        .hasMessageContaining("ENTRATA_MASTER_KEY")
        .hasMessageContaining("openssl rand -base64 32")
        .hasMessageNotContaining(text);
  }

  @Test
  void refusesADamagedFileInsteadOfReplacingIt() throws Exception {
    Path file = Files.writeString(data.resolve("master.key"), "");
    assertThatThrownBy(() -> MasterKey.load(null, data))
        .isInstanceOf(SecurityStateException.class)
        .hasMessageContaining("master.key");
    assertThat(file).isEmptyFile();
  }

  @Test
  void doesNotPrintItself() {
    byte[] bytes = new byte[32];
    String base64 = Base64.getEncoder().encodeToString(bytes);
    assertThat(MasterKey.load(base64, data)).hasToString("MasterKey[1]");
  }
}
