package dev.camelentrata.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {

  private static final String HELLO = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:";

  /** The example of RFC 9530, section 2. */
  private static final String HEX =
      "5f8f04f6a3a892aaabbddb6cf273894493773960d4a325b105fee46eef4304f1";

  @ParameterizedTest
  @ValueSource(
      strings = {
        HELLO,
        " " + HELLO + " ",
        "sha-512=:AAAA:, " + HELLO,
        HELLO + ", unixsum=12",
        HELLO + ";p=1"
      })
  void isReadFromTheField(String field) {
    assertThat(ContentDigest.parse(field)).contains(new ContentDigest(HEX));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=",
        "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE:",
        "sha-256=:short:",
        "md5=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:",
        "xsha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:"
      })
  void isNotReadFromAnythingElse(String field) {
    assertThat(ContentDigest.parse(field)).isEmpty();
    assertThat(ContentDigest.parse(null)).isEmpty();
  }

  @Test
  void isWrittenAsAField() {
    assertThat(new ContentDigest(HEX)).hasToString(HELLO);
  }
}
