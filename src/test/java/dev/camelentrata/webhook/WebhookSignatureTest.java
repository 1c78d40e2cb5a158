package dev.camelentrata.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

  private static final String BODY = "{\"type\":\"lease.created\",\"data\":{\"name\":\"Zoë\"}}";

  private final Instant now = Clock.systemUTC().instant();
  private final WebhookSecret secret = WebhookSecret.make(new SecureRandom());
  private final WebhookSecret previous = WebhookSecret.make(new SecureRandom());

  @Test
  void reproducesThePublishedVector() {
    assertThat(
            WebhookSignature.of(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8),
                List.of(new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
                Optional.empty()))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void isAcceptedByTheJavaLibraryWithEitherSecretDuringARotation() {
    Map<String, List<String>> headers = headers(now, List.of(secret, previous));

    for (WebhookSecret known : List.of(secret, previous)) {
      assertThatCode(() -> new Webhook(known.text()).verify(BODY, headers))
          .doesNotThrowAnyException();
    }
    WebhookSecret stranger = WebhookSecret.make(new SecureRandom());
    assertThatThrownBy(() -> new Webhook(stranger.text()).verify(BODY, headers))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void isRefusedByTheJavaLibraryWithAnAlteredBodyOrAnOldTimestamp() throws Exception {
    Map<String, List<String>> old = headers(now.minus(Duration.ofMinutes(6)), List.of(secret));
    Map<String, List<String>> fresh = headers(now, List.of(secret));
    Webhook library = new Webhook(secret.text());

    assertThatThrownBy(() -> library.verify(BODY.replace("Zoë", "Zoé"), fresh))
        .isInstanceOf(WebhookVerificationException.class);
    assertThatThrownBy(() -> library.verify(BODY, old))
        .isInstanceOf(WebhookVerificationException.class)
        .hasMessageContaining("too old");
  }

  @Test
  void isVerifiedWithThePublicKeyToo() throws Exception {
    SigningKey.Pair pair = SigningKey.make();
    String header =
        WebhookSignature.of(
            "evt_1",
            now,
            BODY.getBytes(StandardCharsets.UTF_8),
            List.of(secret),
            Optional.of(SigningKey.of(pair.privatePart())));

    String[] signatures = header.split(" ", -1);
    assertThat(signatures[0]).startsWith("v1,");
    assertThat(signatures[1]).startsWith("v1a,");
    byte[] raw = Base64.getDecoder().decode(pair.publicPart().substring("whpk_".length()));
    byte[] encoded =
        HexFormat.of().parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw));
    PublicKey key =
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(key);
    verifier.update(
        ("evt_1." + now.getEpochSecond() + "." + BODY).getBytes(StandardCharsets.UTF_8));
    assertThat(verifier.verify(Base64.getDecoder().decode(signatures[1].substring(4)))).isTrue();
  }

  @Test
  void usesThePreviousSecretUntilItsTimeIsOver() {
    EndpointTarget target =
        new EndpointTarget(
            "whe_1",
            1,
            "https://example.com",
            Map.of("Authorization", "Bearer token-of-the-receiver"),
            secret,
            Optional.of(previous),
            now.plusSeconds(60),
            Optional.empty());

    assertThat(target.secrets(now)).containsExactly(secret, previous);
    assertThat(target.secrets(now.plusSeconds(60))).containsExactly(secret);
    assertThat(target.toString() + secret).doesNotContain(secret.text(), "token-of-the-receiver");
  }

  @Test
  void makesSecretsOfThirtyTwoBytes() {
    String text = secret.text();

    assertThat(Base64.getDecoder().decode(text.substring("whsec_".length()))).hasSize(32);
    assertThat(text).isNotEqualTo(previous.text());
  }

  private static Map<String, List<String>> headers(Instant at, List<WebhookSecret> secrets) {
    return Map.of(
        "webhook-id", List.of("evt_1"),
        "webhook-timestamp", List.of(Long.toString(at.getEpochSecond())),
        "webhook-signature",
            List.of(
                WebhookSignature.of(
                    "evt_1",
                    at,
                    BODY.getBytes(StandardCharsets.UTF_8),
                    secrets,
                    Optional.empty())));
  }
}
