package dev.camelentrata.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AesSecretBoxTest {

  private static final byte[] PLAIN = "cookie=value".getBytes(UTF_8);

  private final AesSecretBox box = new AesSecretBox(MasterKey.random());

  @Test
  void opensWhatItSealed() {
    assertThat(box.open(box.seal(PLAIN, "here"), "here")).isEqualTo(PLAIN);
    assertThat(box.open(box.seal(new byte[0], ""), "")).isEmpty();
  }

  @Test
  void sealsTheSameTextDifferentlyEachTime() {
    byte[] sealed = box.seal(PLAIN, "here");
    assertThat(sealed).isNotEqualTo(box.seal(PLAIN, "here"));
    assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("cookie");
  }

  @Test
  void refusesAnotherContext() {
    byte[] sealed = box.seal(PLAIN, "sandbox|ann|1");
    assertThatThrownBy(() -> box.open(sealed, "sandbox|bob|1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not fit");
  }

  @Test
  void refusesAnotherKey() {
    byte[] sealed = box.seal(PLAIN, "here");
    AesSecretBox other = new AesSecretBox(MasterKey.random());
    assertThatThrownBy(() -> other.open(sealed, "here"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("master key");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 13, 14, 20, 41})
  void refusesDataWithOneBitChanged(int index) {
    byte[] sealed = box.seal(PLAIN, "here");
    sealed[index] ^= 1;
    assertThatThrownBy(() -> box.open(sealed, "here")).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 14, 29, 41})
  void refusesDataThatIsCutOff(int length) {
    byte[] cut = Arrays.copyOf(box.seal(PLAIN, "here"), length);
    assertThatThrownBy(() -> box.open(cut, "here")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void fingerprintsDependOnSecretContextAndKey() {
    String fingerprint = box.fingerprint("secret", "context");
    assertThat(box.fingerprint("secret", "context")).isEqualTo(fingerprint).hasSize(43);
    assertThat(box.fingerprint("secret2", "context")).isNotEqualTo(fingerprint);
    assertThat(box.fingerprint("tsecret", "contex")).isNotEqualTo(fingerprint);
    assertThat(new AesSecretBox(MasterKey.random()).fingerprint("secret", "context"))
        .isNotEqualTo(fingerprint);
  }
}
