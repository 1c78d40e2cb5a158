package dev.camelentrata.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is dialled, against real receivers on the loopback. */
class WebhookHttpTest {

  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    receiver.close();
  }

  private static WebhookHttp http(DnsResolver dns, String... allowed) {
    return new WebhookHttp(
        new GuardedDns(dns, new AllowedTargets(List.of(allowed))), 4, 4, Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433"})
  void dialsNoForbiddenAddressHoweverItIsWritten(String host) throws Exception {
    try (WebhookHttp http = http(SystemDefaultDnsResolver.INSTANCE)) {
      assertThatThrownBy(
              () -> http.post("http://" + host + ":" + receiver.port() + "/", Map.of(), BODY))
          .isInstanceOf(RefusedAddressException.class)
          .hasMessageContaining("loopback")
          .hasMessageContaining("entrata.webhook.allowed");
    }
    assertThat(receiver.requests).isEmpty();
  }

  @Test
  void dialsNoNameThatChangesBetweenCheckAndDial() throws Exception {
    Changing dns = new Changing("93.184.215.14", "127.0.0.1");
    GuardedDns guard = new GuardedDns(dns, new AllowedTargets(List.of()));
    assertThat(guard.resolve("rebinding.test")).hasSize(1);

    try (WebhookHttp http = new WebhookHttp(guard, 4, 4, Duration.ofSeconds(1))) {
      String url = "http://rebinding.test:" + receiver.port() + "/";
      assertThatThrownBy(() -> http.post(url, Map.of(), BODY))
          .isInstanceOf(RefusedAddressException.class)
          .hasMessageContaining("rebinding.test leads to 127.0.0.1, which is loopback");
    }
    assertThat(receiver.requests).isEmpty();
    assertThat(dns.answers).as("asked once for each connection").isEmpty();
  }

  @Test
  void dialsWhatItWasGivenOnceWithoutAskingAgain() throws Exception {
    Changing dns = new Changing("127.0.0.1");

    try (WebhookHttp http = http(dns, "127.0.0.1")) {
      String url = "http://receiver.test:" + receiver.port() + "/";
      assertThat(http.post(url, Map.of(), BODY).status()).isEqualTo(204);
      assertThat(http.post(url, Map.of(), BODY).status()).isEqualTo(204);
    }
    assertThat(receiver.requests.get(0).header("host")).startsWith("receiver.test:");
  }

  @Test
  void leavesOutTheForbiddenAddressesOfANameThatHasOthers() throws Exception {
    GuardedDns guard =
        new GuardedDns(new Changing("10.0.0.1,93.184.215.14"), new AllowedTargets(List.of()));

    assertThat(guard.resolve("mixed.test")).containsExactly(InetAddress.getByName("93.184.215.14"));
  }

  @Test
  void followsNoRedirect() throws Exception {
    try (Receiver secret = new Receiver();
        WebhookHttp http = http(SystemDefaultDnsResolver.INSTANCE, "127.0.0.1")) {
      receiver.answer(
          request ->
              new Receiver.Reply(307, Map.of("Location", secret.url("/latest/meta-data")), ""));

      assertThat(http.post(receiver.url("/"), Map.of(), BODY).status()).isEqualTo(307);
      assertThat(secret.requests).isEmpty();
    }
  }

  @Test
  void keepsNoMoreThanFourKibibytesOfAnAnswer() throws Exception {
    receiver.answer(request -> new Receiver.Reply(500, Map.of(), "x".repeat(1_000_000)));

    try (WebhookHttp http = http(SystemDefaultDnsResolver.INSTANCE, "127.0.0.1")) {
      assertThat(http.post(receiver.url("/"), Map.of(), BODY).body()).isEqualTo("x".repeat(4096));
    }
  }

  @Test
  void givesUpOnAReceiverThatTricklesItsAnswer() throws Exception {
    try (TricklingServer server = new TricklingServer();
        WebhookHttp http = http(SystemDefaultDnsResolver.INSTANCE, "127.0.0.1")) {
      assertThatThrownBy(() -> http.post(server.url(), Map.of(), BODY))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no complete answer within 1 s");
    }
  }

  @Test
  void hangsUpOnAnAnswerThatGoesOnForLong() throws Exception {
    try (TricklingServer server = new TricklingServer(10_000, 1);
        WebhookHttp http = http(SystemDefaultDnsResolver.INSTANCE, "127.0.0.1")) {
      WebhookHttp.Answer answer = http.post(server.url(), Map.of(), BODY);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).hasSize(4096);
    }
  }

  /** Answers differently each time; the last answer stays. */
  private static final class Changing implements DnsResolver {

    private final Deque<String> answers = new ArrayDeque<>();
    private String last;

    Changing(String... answers) {
      this.answers.addAll(List.of(answers));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      last = answers.isEmpty() ? last : answers.poll();
      String[] addresses = last.split(",", -1);
      InetAddress[] found = new InetAddress[addresses.length];
      for (int i = 0; i < found.length; i++) {
        found[i] = InetAddress.getByName(addresses[i]);
      }
      return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
