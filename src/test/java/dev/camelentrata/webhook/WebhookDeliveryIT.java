package dev.camelentrata.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.mirror.Viewer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Events on their way to real receivers, out of a real database. */
class WebhookDeliveryIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  @TempDir static Path folder;

  private static WebhookHouse house;
  private final Receiver receiver = new Receiver();

  @BeforeAll
  static void open() {
    house = new WebhookHouse(DATABASE.database(), folder, Clock.systemUTC());
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @AfterEach
  void quiet() {
    receiver.close();
    house
        .endpoints
        .list(house.manager, null, 100)
        .forEach(endpoint -> house.endpoints.delete(house.manager, endpoint.id()));
  }

  private List<String> things() {
    return receiver.requests.stream()
        .map(r -> r.body().replaceAll(".*\"entityId\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  @Test
  void deliversAnEventSignedAsTheJavaLibraryExpects() throws Exception {
    Issued issued = house.endpoint(receiver.url("/hook"), "lease.*");

    house.event("lease.created", "1001", "L1");
    await().until(() -> receiver.requests.size() == 1);

    Receiver.Request request = receiver.requests.get(0);
    assertThat(request.path()).isEqualTo("/hook");
    assertThat(request.body())
        .contains("\"type\":\"lease.created\"", "\"entityId\":\"L1\"", "\"propertyId\":\"1001\"");
    new Webhook(issued.secret()).verify(request.body(), request.headers());
  }

  @Test
  void deliversNoMoreThanItsCreatorMaySeeAndWanted() {
    EndpointForm first =
        new EndpointForm(
            receiver.url("/"),
            null,
            List.of("lease.*", "unit.removed"),
            List.of("1001"),
            null,
            Map.of("X-Tenant", "oak"),
            false,
            false);
    house.event("lease.created", "1001", "before-it-was-made");
    house.endpoints.create(house.manager, first);

    house.event("lease.created", "1003", "of-another-property");
    house.event("lease.created", "1002", "not-wanted-property");
    house.event("unit.price_changed", "1001", "unit", "not-wanted-type", null);
    house.event("lease.created", "1001", "lease", "other-module", "ar_paymentsxxx");
    house.event("payment.posted", "1001", "ledger-transaction", "no-scope", null);
    house.event("lease.signed", "1001", "wanted-1");
    house.event("unit.removed", "1001", "unit", "wanted-2", null);

    await().until(() -> receiver.requests.size() == 2);
    assertThat(things()).containsExactlyInAnyOrder("wanted-1", "wanted-2");
    assertThat(receiver.requests.get(0).header("x-tenant")).isEqualTo("oak");
  }

  @Test
  void keepsTheOrderOfEachThingAndLetsOthersPass() {
    AtomicInteger failures = new AtomicInteger(2);
    receiver.answer(
        request ->
            request.body().contains("\"entityId\":\"slow\"") && failures.getAndDecrement() > 0
                ? Receiver.Reply.of(500)
                : Receiver.Reply.OK);
    WebhookEndpoint endpoint = house.endpoint(receiver.url("/"), "lease.*").endpoint();
    for (int i = 0; i < 5; i++) {
      house.event("lease.changed", "1001", "slow");
      house.event("lease.changed", "1001", "quick");
    }
    await().until(() -> things().stream().filter("quick"::equals).count() == 5);
    assertThat(things()).filteredOn("slow"::equals).hasSize(1);

    for (int i = 0; i < 2; i++) {
      await()
          .until(
              () ->
                  house.deliveriesOf(endpoint).stream()
                      .anyMatch(d -> d.status() != null && d.status() == 500));
      house.deliveriesOf(endpoint).stream()
          .filter(d -> d.status() != null && d.status() == 500)
          .forEach(d -> house.deliveries.replay(house.manager, d.id()));
      await().until(() -> failures.get() < 1);
    }
    await().until(() -> things().stream().filter("slow"::equals).count() == 7);

    for (String thing : List.of("slow", "quick")) {
      List<Integer> sequences =
          receiver.requests.stream()
              .filter(r -> r.body().contains("\"entityId\":\"" + thing + "\""))
              .map(r -> r.body().replaceAll(".*\"sequence\":(\\d+).*", "$1"))
              .map(Integer::valueOf)
              .distinct()
              .toList();
      assertThat(sequences).as(thing).isSorted().hasSize(5);
    }
  }

  @Test
  void deliversARangeOnceMoreUnderTheSameIds() {
    WebhookEndpoint endpoint = house.endpoint(receiver.url("/"), "lease.*").endpoint();
    Instant from = Clock.systemUTC().instant().minusSeconds(1);
    String thing = "again" + endpoint.id();
    for (int i = 0; i < 3; i++) {
      house.event("lease.changed", "1001", thing);
    }
    await().until(() -> receiver.requests.size() == 3);

    Replay replay =
        house
            .deliveries
            .replay(house.manager, endpoint.id(), from, Clock.systemUTC().instant().plusSeconds(1))
            .orElseThrow();

    await()
        .untilAsserted(
            () ->
                assertThat(receiver.requests.stream().map(r -> r.header("webhook-id")).distinct())
                    .hasSizeLessThan(receiver.requests.size()));
    await()
        .until(
            () ->
                house
                    .deliveries
                    .findReplay(house.manager, endpoint.id(), replay.id())
                    .orElseThrow()
                    .done());
    await().until(() -> things().stream().filter(thing::equals).count() == 6);
    List<String> ids =
        receiver.requests.stream()
            .filter(r -> r.body().contains(thing))
            .map(r -> r.header("webhook-id"))
            .toList();
    assertThat(ids.subList(3, 6)).isEqualTo(ids.subList(0, 3));
    assertThat(house.deliveriesOf(endpoint))
        .filteredOn(d -> replay.id().equals(d.replayId()))
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void sendsATestEventToThisEndpointOnly() {
    try (Receiver other = new Receiver()) {
      house.endpoint(other.url("/"), "*");
      WebhookEndpoint endpoint = house.endpoint(receiver.url("/"), "lease.created").endpoint();

      Delivery made = house.deliveries.test(house.manager, endpoint.id()).orElseThrow();

      await().until(() -> receiver.requests.size() == 1);
      assertThat(receiver.requests.get(0).body()).contains("webhook_endpoint.test", "It works.");
      await()
          .until(
              () ->
                  house.deliveries.find(house.manager, made.id()).orElseThrow().state()
                      == DeliveryState.DELIVERED);
      house.event("lease.created", "1001", "marker");
      await().until(() -> other.requests.size() == 1);
      assertThat(other.requests.get(0).body()).contains("marker");
    }
  }

  @Test
  void showsEndpointsOnlyToThoseWhoSeeAllThatTheyDeliver() {
    Issued issued = house.endpoint(receiver.url("/"), "lease.*");
    String id = issued.endpoint().id();
    WebhookCaller onsite =
        new WebhookCaller(
            new Viewer(house.company, Set.of("1001"), Set.of("customers_systemxxx")),
            "robin",
            Set.of("leases:read"));
    WebhookCaller moved = new WebhookCaller(onsite.viewer(), "ada", onsite.scopes());
    WebhookCaller stranger =
        new WebhookCaller(
            new Viewer("other", Set.of("1001", "1002"), Set.of("customers_systemxxx")),
            "ada",
            Set.of());

    for (WebhookCaller caller : List.of(onsite, stranger)) {
      assertThat(house.endpoints.find(caller, id)).isEmpty();
      assertThat(house.endpoints.list(caller, null, 10)).isEmpty();
      assertThat(house.endpoints.rotate(caller, id, Duration.ZERO)).isEmpty();
      assertThat(house.endpoints.delete(caller, id)).isFalse();
      assertThat(house.deliveries.test(caller, id)).isEmpty();
    }
    assertThat(house.endpoints.find(moved, id)).as("his own").isPresent();
    house.event("lease.created", "1002", "L9");
    await().until(() -> receiver.requests.size() == 1);
    long delivery = house.delivery(issued.endpoint()).orElseThrow().id();
    assertThat(house.deliveries.find(moved, delivery)).as("of a property not seen").isEmpty();
    assertThat(house.deliveries.attempts(moved, delivery)).isEmpty();
  }

  @Test
  void deliversFromNowOnWhatTheLastOneWhoChangedItMaySee() {
    WebhookEndpoint endpoint = house.endpoint(receiver.url("/"), "lease.*").endpoint();
    WebhookCaller narrow =
        new WebhookCaller(
            new Viewer(house.company, Set.of("1001"), Set.of("customers_systemxxx")),
            "ada",
            Set.of("leases:read"));
    assertThat(
            house.endpoints.update(
                narrow, endpoint.id(), WebhookHouse.form(receiver.url("/"), List.of("*"))))
        .isPresent();

    house.event("lease.created", "1002", "hidden");
    house.event("unit.removed", "1001", "unit", "no-scope", null);
    house.event("lease.created", "1001", "shown");

    await().until(() -> receiver.requests.size() == 1);
    assertThat(things()).containsExactly("shown");
  }

  @Test
  void signsWithBothSecretsWhileOneReplacesTheOther() throws Exception {
    Issued old = house.endpoint(receiver.url("/"), "lease.*");
    Issued rotated =
        house
            .endpoints
            .rotate(house.manager, old.endpoint().id(), Duration.ofHours(24))
            .orElseThrow();

    house.event("lease.created", "1001", "L1");
    await().until(() -> receiver.requests.size() == 1);

    Receiver.Request request = receiver.requests.get(0);
    assertThat(old.secret()).isNotEqualTo(rotated.secret());
    for (Issued issued : List.of(old, rotated)) {
      new Webhook(issued.secret()).verify(request.body(), request.headers());
    }
    assertThat(
            DATABASE
                .jdbcClient()
                .sql("select count(*) from webhook_endpoint")
                .query(Long.class)
                .single())
        .as("without a company nothing is seen")
        .isZero();
  }
}
