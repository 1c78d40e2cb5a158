package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.camelentrata.resource.ResourceJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

  private final Cursors cursors = cursors("0123456789abcdef");

  private static Cursors cursors(String key) {
    return new Cursors(ResourceJson.mapper(), key.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void readsWhatItWrote() {
    List<String> key = List.of("Building \"Ä\"", "", "u1");

    assertThat(cursors.read(cursors.write(key, "f"), "f")).isEqualTo(key);
  }

  @Test
  void refusesOtherFilters() {
    String cursor = cursors.write(List.of("a"), "f");

    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> cursors.read(cursor, "g"))
        .withMessageContaining("other filters");
  }

  @Test
  void refusesACursorOfAnotherKey() {
    String cursor = cursors("another-key-here").write(List.of("a"), "f");

    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> cursors.read(cursor, "f"))
        .withMessageContaining("not made by this API");
  }

  @Test
  void refusesACursorWithAnyByteChanged() {
    String cursor = cursors.write(List.of("a", "b"), "f");
    for (int i = 0; i < cursor.length(); i++) {
      char changed = cursor.charAt(i) == 'A' ? 'Q' : 'A';
      String tampered = cursor.substring(0, i) + changed + cursor.substring(i + 1);
      assertThatExceptionOfType(ApiException.class).isThrownBy(() -> cursors.read(tampered, "f"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "no base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void refusesGibberish(String text) {
    assertThatExceptionOfType(ApiException.class).isThrownBy(() -> cursors.read(text, "f"));
  }
}
