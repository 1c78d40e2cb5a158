package dev.camelentrata.portal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.session.InMemorySessionStore;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TotpCodesTest {

  /** The secret of RFC 6238, appendix B: the ASCII text 12345678901234567890. */
  private static final Key KEY = TotpCodes.key(new Mfa.Totp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));

  private final InMemorySessionStore store = new InMemorySessionStore();
  private Instant now = Instant.ofEpochSecond(1_111_111_109);
  private Duration waited = Duration.ZERO;
  private final TotpCodes codes =
      new TotpCodes(
          store,
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }
          },
          time -> {
            now = now.plus(time);
            waited = waited.plus(time);
          });

  @Test
  void waitsForTheNextStepWhenLittleOfThisOneIsLeft() {
    assertThat(codes.next("a", KEY)).isEqualTo("050471");
    assertThat(waited).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void givesTheCodeOfThisStepWhenThereIsTime() {
    now = Instant.ofEpochSecond(1_111_111_111);

    assertThat(codes.next("a", KEY)).isEqualTo("050471");
    assertThat(waited).isZero();
  }

  @Test
  void givesNoCodeTwiceToAnAccount() {
    now = Instant.ofEpochSecond(1_111_111_111);
    String first = codes.next("a", KEY);

    assertThat(codes.next("b", KEY)).isEqualTo(first);
    assertThat(waited).isZero();
    assertThat(codes.next("a", KEY)).isNotEqualTo(first);
    assertThat(waited).isGreaterThan(Duration.ofSeconds(28));
  }

  @Test
  void givesUpWhenOthersTakeEveryStep() {
    store.claimTotpStep("a", now.getEpochSecond() / 30 + 100);

    assertThatThrownBy(() -> codes.next("a", KEY))
        .isInstanceOfSatisfying(
            PortalException.class,
            e -> assertThat(e.problem()).isEqualTo(PortalProblem.RATE_LIMITED));
  }

  @Test
  void refusesASecretThatIsNotBase32WithoutShowingIt() {
    assertThatThrownBy(() -> TotpCodes.key(new Mfa.Totp("not-a-secret-1!")))
        .isInstanceOf(PortalException.class)
        .hasMessageContaining("base32")
        .hasMessageNotContaining("not-a-secret");
  }

  @Test
  void refusesASecretThatIsTooShort() {
    assertThatThrownBy(() -> TotpCodes.key(new Mfa.Totp("ABCD")))
        .isInstanceOf(PortalException.class)
        .hasMessageContaining("too short");
  }
}
