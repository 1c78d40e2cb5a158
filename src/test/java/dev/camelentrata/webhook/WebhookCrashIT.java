package dev.camelentrata.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.database.DatabaseFixture;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Events on their way to five endpoints, one slow and one failing half the time, while the process
 * that delivers them is killed three times. {@code -Devents=20000} runs it at full size, {@code
 * -Dapplication=true} with the whole application in place of what delivers in it.
 */
class WebhookCrashIT {

  private static final int EVENTS = Integer.getInteger("events", 400);
  private static final int ENTITIES = Math.max(20, EVENTS / 5);
  private static final Duration PATIENCE = Duration.ofSeconds(60 + EVENTS / 10);

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  @TempDir Path folder;

  private final List<CountingReceiver> healthy = new ArrayList<>();
  private final CountingReceiver slow = new CountingReceiver(2_000, 0);
  private final CountingReceiver failing = new CountingReceiver(0, 2);
  private WebhookHouse house;
  private int written;

  @BeforeEach
  void open() {
    house = WebhookHouse.withoutEngine(DATABASE.database(), folder, Clock.systemUTC());
    for (int i = 0; i < 3; i++) {
      healthy.add(new CountingReceiver(0, 0));
    }
    all().forEach(receiver -> house.endpoint(receiver.url(), "lease.*"));
  }

  @AfterEach
  void close() {
    all().forEach(CountingReceiver::close);
    house.close();
  }

  private List<CountingReceiver> all() {
    List<CountingReceiver> all = new ArrayList<>(healthy);
    all.addAll(List.of(slow, failing));
    return all;
  }

  private Delivering start() {
    return Boolean.getBoolean("application")
        ? Delivering.application(DATABASE.settings(2), house.company, folder)
        : Delivering.replica(
            WebhookReplica.start(DATABASE.settings(2), house.company, folder, true));
  }

  private void write(int events) {
    List<String> leases = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      leases.add("L" + written++ % ENTITIES);
    }
    house.events("lease.changed", "1001", leases);
  }

  @Test
  void losesNothingKeepsTheOrderAndLetsNobodyWaitForTheSlowOne() {
    int part = EVENTS / 4;
    for (int kill = 1; kill <= 3; kill++) {
      try (Delivering replica = start()) {
        write(part);
        int before = written - part / 2;
        await().atMost(PATIENCE).until(() -> healthy.get(0).distinct() >= before);
        replica.kill();
      }
    }
    try (Delivering last = start()) {
      await()
          .atMost(PATIENCE)
          .until(() -> healthy.stream().allMatch(receiver -> receiver.distinct() >= written));
      long start = System.nanoTime();
      write(EVENTS - written);
      await()
          .atMost(PATIENCE)
          .until(() -> healthy.stream().allMatch(receiver -> receiver.distinct() >= EVENTS));
      double seconds = (System.nanoTime() - start) / 1e9;
      int slowHas = slow.distinct();
      assertThat(slowHas).as("the slow one is still at it").isLessThan(EVENTS);
      assertThat(last.alive()).isTrue();
      assertThat(seconds).isLessThan(5 + EVENTS / 500.0);

      await()
          .atMost(PATIENCE.plusSeconds(EVENTS / 20))
          .until(() -> all().stream().allMatch(receiver -> receiver.answered() >= EVENTS));
      all().forEach(WebhookCrashIT::check);
      int repeats = all().stream().mapToInt(r -> r.received().size() - r.distinct()).sum();
      System.out.printf(
          "%d events to 5 endpoints, killed 3 times: the last %d were with the healthy in %.2f s,"
              + " when the slow one had %d; %d requests were repeats%n",
          EVENTS, part, seconds, slowHas, repeats);
    }
  }

  private static void check(CountingReceiver receiver) {
    Map<String, List<CountingReceiver.Received>> byThing = receiver.byThing();
    assertThat(byThing).hasSize(ENTITIES);
    byThing.forEach(
        (thing, received) -> {
          List<Integer> sequences =
              received.stream().map(CountingReceiver.Received::sequence).toList();
          assertThat(sequences).as(thing).isSorted();
          assertThat(sequences.stream().distinct().count())
              .as(thing)
              .isEqualTo(received.stream().map(CountingReceiver.Received::id).distinct().count());
        });
    assertThat(receiver.distinct()).isEqualTo(EVENTS);
  }
}
