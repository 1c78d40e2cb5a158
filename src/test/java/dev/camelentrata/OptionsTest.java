package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void readsEachTypeAndFallsBackToTheDefault() {
    Options options =
        new Options(
            Map.of(
                "entrata.a", " 12 ", "entrata.b", "15m", "entrata.c", "false", "entrata.d", " "));

    assertThat(options.integer("entrata.a", 1, 500, 7)).isEqualTo(12);
    assertThat(options.duration("entrata.b", Duration.ZERO)).isEqualTo(Duration.ofMinutes(15));
    assertThat(options.flag("entrata.c", true)).isFalse();
    assertThat(options.text("entrata.d", "otherwise")).isEqualTo("otherwise");
    assertThat(options.integer("entrata.absent", 1, 500, 7)).isEqualTo(7);
  }

  @Test
  void saysWhatAnOptionMayBe() {
    Options options =
        new Options(Map.of("entrata.n", "0", "entrata.t", "15 minutes", "entrata.f", "yes"));

    assertThatThrownBy(() -> options.integer("entrata.n", 1, 500, 7))
        .hasMessage("entrata.n is \"0\" but must be a whole number from 1 to 500.");
    assertThatThrownBy(() -> options.duration("entrata.t", Duration.ZERO))
        .hasMessageStartingWith("entrata.t is \"15 minutes\" but must be a duration");
    assertThatThrownBy(() -> options.flag("entrata.f", true))
        .hasMessage("entrata.f is \"yes\" but must be true or false.");
    assertThatThrownBy(() -> options.required("entrata.gone"))
        .hasMessageContaining("entrata.gone is missing");
  }

  @Test
  void listsTheNamesOfAGroup() {
    Options options =
        new Options(
            Map.of(
                "entrata.company.oak.url", "x",
                "entrata.company.oak.concurrency", "4",
                "entrata.company.elm.url", "y",
                "entrata.account.oak-bot.company", "oak"));

    assertThat(options.group("entrata.company")).containsExactly("elm", "oak");
  }

  @Test
  void refusesAnOptionThatNobodyAskedForAndNamesTheNearest() {
    Options options = new Options(Map.of("entrata.browser.binry", "/usr/bin/chromium"));
    options.text("entrata.browser.binary");
    options.text("entrata.browser.driver");

    assertThatThrownBy(options::refuseUnknown)
        .hasMessage(
            "There is no option entrata.browser.binry. Did you mean entrata.browser.binary?");
  }

  @Test
  void acceptsOptionsThatWereAllAskedFor() {
    Options options = new Options(Map.of("entrata.browser.binary", "/usr/bin/chromium"));
    options.text("entrata.browser.binary");

    assertThatCode(options::refuseUnknown).doesNotThrowAnyException();
  }
}
