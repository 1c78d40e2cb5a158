package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiSettingsTest {

  private static final byte[] KEY = new byte[32];

  @Test
  void showsNoSecretInItsText() {
    ApiSettings settings =
        new ApiSettings(
            ApiSettings.DEFAULT_PROBLEM_BASE,
            600,
            30,
            Duration.ofSeconds(60),
            Set.of("acme"),
            Map.of("nightly", new ApiAccount("acme", "top-secret")),
            KEY);

    assertThat(settings.toString() + settings.accounts())
        .contains("nightly")
        .doesNotContain("top-");
  }

  @Test
  void refusesSettingsThatCannotWork() {
    URI base = ApiSettings.DEFAULT_PROBLEM_BASE;
    Duration overlap = Duration.ofSeconds(60);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ApiSettings(base, 0, 30, overlap, Set.of(), Map.of(), KEY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ApiSettings(base, 600, 30, overlap, Set.of(), Map.of(), new byte[8]));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ApiSettings(
                    URI.create("https://x/p"), 600, 30, overlap, Set.of(), Map.of(), KEY));
  }

  @Test
  void takesABlankKeyForNone() {
    assertThat(new ApiAccount("acme", " ").key()).isNull();
  }
}
