package dev.camelentrata.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.database.DatabaseFixture;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a delivery is tried again and when no more, by a clock that the tests move. */
class WebhookPolicyIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  @TempDir static Path folder;

  private final SettableClock clock =
      new SettableClock(
          Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofDays(20)));
  private final Receiver receiver = new Receiver();
  private WebhookHouse house;
  private WebhookEndpoint endpoint;

  @BeforeEach
  void open() {
    house = new WebhookHouse(DATABASE.database(), folder, clock);
    endpoint = house.endpoint(receiver.url("/"), "*").endpoint();
  }

  @AfterEach
  void close() {
    house.close();
    receiver.close();
  }

  private Delivery delivery() {
    return house.delivery(endpoint).orElseThrow();
  }

  private void awaitAttempts(int attempts) {
    await()
        .untilAsserted(
            () ->
                assertThat(house.delivery(endpoint))
                    .hasValueSatisfying(d -> assertThat(d.attempts()).isEqualTo(attempts)));
  }

  private WebhookEndpoint now() {
    return house.endpoints.find(house.manager, endpoint.id()).orElseThrow();
  }

  @Test
  void triesAgainByTheScheduleUntilTheDeliveryIsDeadAndReplaysIt() {
    receiver.answer(request -> new Receiver.Reply(500, Map.of(), "out of order"));
    house.event("lease.created", "1001", "L1");
    awaitAttempts(1);
    Instant first = delivery().nextAttemptAt();
    assertThat(Duration.between(clock.instant(), first).toMillis()).isBetween(4_000L, 6_000L);

    clock.advance(Duration.ofSeconds(6));
    awaitAttempts(2);
    assertThat(Duration.between(clock.instant(), delivery().nextAttemptAt()))
        .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
    clock.advance(Duration.ofMinutes(6));
    awaitAttempts(3);

    Delivery dead = delivery();
    assertThat(dead.state()).isEqualTo(DeliveryState.DEAD);
    assertThat(dead.error()).isEqualTo("the receiver answered 500");
    List<DeliveryAttempt> attempts = house.deliveries.attempts(house.manager, dead.id());
    assertThat(attempts).extracting(DeliveryAttempt::number).containsExactly(1, 2, 3);
    assertThat(attempts.get(0).answer()).isEqualTo("out of order");
    assertThat(receiver.requests.stream().map(r -> r.header("webhook-id")).distinct())
        .containsExactly(dead.eventId());
    assertThat(receiver.requests.stream().map(r -> r.header("webhook-timestamp")).distinct())
        .hasSize(3);

    DeadDeliveries letters = house.webhooks.deadDeliveries();
    assertThat(letters.list(house.manager.viewer(), new DeadDeliveries.Query(null, null, null, 9)))
        .containsExactly(dead);
    assertThat(letters.event(house.manager.viewer(), dead.id()).orElseThrow().entityId())
        .isEqualTo("L1");
    receiver.answer(request -> Receiver.Reply.OK);
    disable(true);
    assertThat(letters.replay(house.manager.viewer(), dead.id())).as("to a disabled one").isFalse();
    disable(false);
    assertThat(letters.replay(house.manager.viewer(), dead.id())).isTrue();
    awaitAttempts(4);
    assertThat(delivery().state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(receiver.requests.get(3).header("webhook-id")).isEqualTo(dead.eventId());
    assertThat(receiver.requests.get(3).body()).isEqualTo(receiver.requests.get(0).body());
    assertThat(letters.replay(house.manager.viewer(), dead.id())).as("not dead").isFalse();
    assertThat(house.ended)
        .containsExactly("dead " + dead.id() + " after 3", "arrived " + dead.id());
  }

  private void disable(boolean disabled) {
    house.endpoints.update(
        house.manager,
        endpoint.id(),
        new EndpointForm(
            receiver.url("/"), null, List.of("*"), null, null, Map.of(), disabled, false));
  }

  @Test
  void tellsOfTheDeadOnesThatGoWithTheirEndpoint() {
    receiver.answer(request -> new Receiver.Reply(500, Map.of(), ""));
    house.event("lease.created", "1001", "L1");
    awaitAttempts(1);
    clock.advance(Duration.ofSeconds(6));
    awaitAttempts(2);
    clock.advance(Duration.ofMinutes(6));
    awaitAttempts(3);
    Delivery dead = delivery();

    assertThat(house.endpoints.delete(house.manager, endpoint.id())).isTrue();

    assertThat(house.ended)
        .containsExactly("dead " + dead.id() + " after 3", "removed [" + dead.id() + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"120", "date"})
  void leavesTheReceiverAloneForAsLongAsItAsks(String retryAfter) {
    Instant until = clock.instant().plusSeconds(120);
    String header =
        retryAfter.equals("date")
            ? DateTimeFormatter.RFC_1123_DATE_TIME.format(until.atOffset(ZoneOffset.UTC))
            : retryAfter;
    receiver.answer(request -> new Receiver.Reply(429, Map.of("Retry-After", header), ""));
    house.event("lease.created", "1001", "L1");
    awaitAttempts(1);

    assertThat(delivery().nextAttemptAt()).isBetween(until.minusSeconds(2), until.plusSeconds(1));
    assertThat(now().pausedUntil()).isNotNull();
    house.event("lease.created", "1001", "L2");
    clock.advance(Duration.ofSeconds(60));
    await().until(() -> house.deliveriesOf(endpoint).size() == 2);
    assertThat(receiver.requests).as("others wait too").hasSize(1);

    receiver.answer(request -> Receiver.Reply.OK);
    clock.advance(Duration.ofSeconds(61));
    await().until(() -> receiver.requests.size() == 3);
  }

  @Test
  void disablesAnEndpointThatIsGoneAndTellsOthers() {
    try (Receiver other = new Receiver()) {
      house.endpoint(other.url("/"), "webhook_endpoint.disabled");
      receiver.answer(request -> Receiver.Reply.of(410));
      house.event("lease.created", "1001", "L1");
      await().until(() -> now().disabled());

      assertThat(now().disabledReason()).isEqualTo("gone");
      assertThat(delivery().state()).isEqualTo(DeliveryState.DEAD);
      await().until(() -> other.requests.size() == 1);
      assertThat(other.requests.get(0).body())
          .contains("webhook_endpoint.disabled", endpoint.id(), "\"reason\": \"gone\"");
      house.event("lease.created", "1001", "L2");
      house.event("webhook_endpoint.disabled", null, "webhook-endpoint", "marker", null);
      await().until(() -> other.requests.size() == 2);
      assertThat(receiver.requests).hasSize(1);
    }
  }

  @Test
  void disablesAnEndpointAfterFiveDaysOfNothingButFailure() {
    receiver.answer(request -> Receiver.Reply.of(503));
    house.event("lease.created", "1001", "L1");
    awaitAttempts(1);
    assertThat(now().failingSince()).isEqualTo(clock.instant());
    clock.advance(Duration.ofDays(5).minusSeconds(1));
    awaitAttempts(2);
    assertThat(now().disabled()).isFalse();

    clock.advance(Duration.ofHours(1));
    awaitAttempts(3);
    await().until(() -> now().disabled());

    assertThat(now().disabledReason()).isEqualTo("failing");
    assertThat(
            house.endpoints.update(
                house.manager, endpoint.id(), WebhookHouse.form(receiver.url("/"), List.of("*"))))
        .isPresent();
    assertThat(now().disabled()).isFalse();
    assertThat(now().failingSince()).isNull();
  }

  @Test
  void forgetsFailuresWithTheFirstSuccess() {
    receiver.answer(request -> Receiver.Reply.of(503));
    house.event("lease.created", "1001", "L1");
    awaitAttempts(1);
    receiver.answer(request -> Receiver.Reply.OK);
    clock.advance(Duration.ofDays(4));
    awaitAttempts(2);

    await().until(() -> now().failingSince() == null);
  }

  @Test
  void keepsToTheRateOfTheEndpoint() {
    assertThat(
            house.endpoints.update(
                house.manager,
                endpoint.id(),
                new EndpointForm(
                    receiver.url("/"), null, List.of("*"), null, 60, null, false, false)))
        .isPresent();
    for (int i = 0; i < 5; i++) {
      house.event("lease.created", "1001", "L" + i);
    }
    await().until(() -> house.deliveriesOf(endpoint).size() == 5);
    await().until(() -> receiver.requests.size() == 1);

    for (int sent = 2; sent <= 4; sent++) {
      clock.advance(Duration.ofSeconds(1));
      int wanted = sent;
      await().until(() -> receiver.requests.size() == wanted);
    }
    clock.advance(Duration.ofMillis(500));
    await()
        .during(Duration.ofMillis(700))
        .atMost(Duration.ofSeconds(3))
        .until(() -> receiver.requests.size() == 4);
  }

  @Test
  void saysWhenARedirectWasNotFollowed() {
    receiver.answer(
        request ->
            new Receiver.Reply(302, Map.of("Location", "http://169.254.169.254/latest"), ""));
    house.event("lease.created", "1001", "L1");
    awaitAttempts(1);

    assertThat(delivery().error())
        .isEqualTo("redirects are not followed; give the endpoint its final URL");
    assertThat(delivery().status()).isEqualTo(302);
  }
}
