package dev.camelentrata.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginTurnsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final LoginTurns turns = new LoginTurns();

  @Test
  void forgetsAnAccountWhenNobodyLogsIn() {
    turns.take("a", PATIENCE, () -> assertThat(turns.size()).isEqualTo(1));
    assertThat(turns.size()).isZero();
  }

  @Test
  void refusesALoginWithinALogin() {
    assertThatThrownBy(
            () -> turns.take("a", PATIENCE, () -> turns.take("a", PATIENCE, () -> "inner")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(turns.take("a", PATIENCE, () -> "next")).isEqualTo("next");
  }
}
