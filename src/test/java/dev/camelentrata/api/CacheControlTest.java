package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheControlTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max-age=60|60|true",
        "max-age=60|61|false",
        "MAX-AGE=\"60\"|60|true",
        "max-age=0|0|false",
        "no-cache|0|false",
        "no-cache, max-age=60|1|false",
        "max-age=60, max-age=30|31|false",
        "no-store, x=y|100000|true",
        "stale-if-error|100000|true",
        ",|100000|true",
      })
  void judgesAges(String header, long age, boolean fresh) {
    assertThat(CacheControl.read(header).satisfiedBy(NOW.minusSeconds(age), NOW)).isEqualTo(fresh);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no-cache, stale-if-error|100000|true",
        "max-age=60, stale-if-error=30|90|true",
        "max-age=60, stale-if-error=30|91|false",
        "stale-if-error=0|1|false",
        "no-cache|1|false",
      })
  void forgivesErrorsOfThePortal(String header, long age, boolean forgiven) {
    assertThat(CacheControl.read(header).forgives(NOW.minusSeconds(age), NOW)).isEqualTo(forgiven);
  }

  @Test
  void neverTakesWhatWasNotReadForFreshOrForgivable() {
    CacheControl any = CacheControl.read("stale-if-error");

    assertThat(any.satisfiedBy(null, NOW)).isFalse();
    assertThat(any.forgives(null, NOW)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max-age",
        "max-age=",
        "max-age=-1",
        "max-age=1.5",
        "max-age=\"",
        "stale-if-error=x",
        "max-age=99999999999"
      })
  void refusesWhatIsNoNumberOfSeconds(String header) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CacheControl.read(header))
        .withMessageContaining("must have a number of seconds");
  }
}
