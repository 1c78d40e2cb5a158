package dev.camelentrata.event;

import static dev.camelentrata.mirror.MirrorHouse.manager;
import static dev.camelentrata.mirror.MirrorHouse.onsite;
import static dev.camelentrata.mirror.MirrorHouse.payment;
import static dev.camelentrata.mirror.MirrorHouse.scope;
import static dev.camelentrata.mirror.MirrorHouse.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.mirror.MirrorBatch;
import dev.camelentrata.mirror.MirrorHouse;
import dev.camelentrata.mirror.MirrorItem;
import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.mirror.SettableClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEventLogIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final MirrorScope UNITS = scope("units", "10");
  private static final MirrorScope LEDGER = scope("ledger-transactions", "10");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T08:00:00Z"));
  private MirrorHouse house;
  private EventBell bell;
  private EventLog log;

  @BeforeEach
  void emptyLog() throws SQLException {
    try (Connection owner = DATABASE.ownerConnection();
        Statement sql = owner.createStatement()) {
      sql.execute("truncate mirror_units, mirror_ledger_transactions, freshness, event");
    }
    house = new MirrorHouse(DATABASE.dataSource(), clock);
    bell = new EventBell(DATABASE.unpooledDataSource());
    log = new PostgresEventLog(DATABASE.dataSource(), bell);
  }

  @AfterEach
  void stopListening() {
    bell.close();
  }

  @Test
  void writesExactlyWhatChangedAfterTheBaseline() {
    house.all(UNITS, occupied(1, "1500.00"), occupied(2, "900.00"), occupied(3, "800.00"));
    house.all(LEDGER);
    assertThat(all()).isEmpty();
    MirrorItem notice = unit("2", "10", "notice-rented", "900.00");
    for (int run = 0; run < 2; run++) {
      house.all(UNITS, occupied(1, "1550.00"), notice);
      house.all(LEDGER, payment("7", "10", "-900.00"));
    }
    assertThat(all())
        .extracting(Event::type, Event::entity, Event::entityId, Event::sequence)
        .containsExactly(
            tuple("unit.price_changed", "unit", "1", 1),
            tuple("unit.availability_changed", "unit", "2", 1),
            tuple("unit.removed", "unit", "3", 1),
            tuple("payment.posted", "ledger-transaction", "7", 1));
    Event price = all().get(0);
    assertThat(price.id()).startsWith("evt_");
    assertThat(price.before())
        .isEqualTo("{\"marketRent\": {\"amount\": 1500.00, \"currency\": \"USD\"}}");
    assertThat(price.after())
        .isEqualTo("{\"marketRent\": {\"amount\": 1550.00, \"currency\": \"USD\"}}");
    assertThat(price.runId()).isEqualTo("run_1");
    assertThat(price.propertyId()).isEqualTo("10");
    assertThat(price.occurredAt()).isEqualTo(Instant.parse("2026-11-02T08:03:00Z"));
  }

  @Test
  void countsTheEventsOfEachEntityThroughRemovalAndReturn() {
    house.all(UNITS, occupied(1, "1.00"));
    house.all(UNITS, unit("1", "10", "notice-rented", "2.00"));
    house.all(UNITS);
    house.all(UNITS, occupied(1, "3.00"));
    house.some(UNITS, occupied(1, "4.00"));
    assertThat(log.read(manager("10"), new EventQuery(0, List.of(), "unit", "1", 10)))
        .extracting(event -> event.sequence() + " " + event.type())
        .containsExactly(
            "1 unit.price_changed",
            "2 unit.availability_changed",
            "3 unit.removed",
            "4 unit.created",
            "5 unit.price_changed");
    assertThat(all().get(4).runId()).isNull();
  }

  @Test
  void makesNoEventsBeforeTheBaseline() {
    house.some(UNITS, occupied(1, "1.00"));
    house.some(UNITS, occupied(1, "2.00"));
    house.all(UNITS, occupied(1, "3.00"), occupied(2, "1.00"));
    assertThat(all()).isEmpty();
  }

  @Test
  void readsByPositionTypeAndEntity() {
    house.all(UNITS, occupied(1, "1.00"), occupied(2, "1.00"));
    house.all(UNITS, occupied(1, "2.00"), unit("2", "10", "notice-rented", "1.00"));
    house.all(UNITS, occupied(1, "2.00"));
    assertThat(types("unit.price_changed")).containsExactly("unit.price_changed");
    assertThat(types("unit.*")).hasSize(3);
    assertThat(types("unit.price*", "unit.removed"))
        .containsExactly("unit.price_changed", "unit.removed");
    assertThat(types("u%", "unitXprice_changed", "*.removed")).isEmpty();
    assertThat(types("*")).hasSize(3);
    long first = all().get(0).position();
    assertThat(log.read(manager("10"), new EventQuery(first, List.of(), null, null, 1)))
        .extracting(Event::type)
        .containsExactly("unit.availability_changed");
  }

  @Test
  void showsViewersTheirOwnOnly() {
    house.all(LEDGER);
    house.all(LEDGER, payment("7", "10", "-900.00"));
    house.all(scope("properties", null));
    house.all(scope("properties", null), new MirrorItem("10", "A", "{\"id\":\"10\"}", null));
    EventQuery everything = new EventQuery(0, List.of(), null, null, 10);
    assertThat(log.read(manager("10"), everything)).hasSize(2);
    assertThat(log.read(onsite("10"), everything))
        .extracting(Event::type)
        .containsExactly("property.created");
    assertThat(log.read(manager("11"), everything)).isEmpty();
  }

  @Test
  void wakesThoseWhoWait() {
    house.all(UNITS, occupied(1, "1.00"));
    EventQuery everything = new EventQuery(0, List.of(), null, null, 10);
    List<CompletableFuture<List<Event>>> waiting =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> log.await(manager("10"), everything, Duration.ofSeconds(60))))
            .toList();
    await().until(() -> bell.count() > 0);
    house.all(UNITS, occupied(1, "2.00"));
    for (CompletableFuture<List<Event>> events : waiting) {
      assertThat(events.orTimeout(10, TimeUnit.SECONDS).join()).hasSize(1);
    }
  }

  @Test
  void waitsNoLongerThanAsked() {
    assertThat(
            log.await(
                manager("10"), new EventQuery(0, List.of(), null, null, 10), Duration.ofMillis(50)))
        .isEmpty();
  }

  @Test
  void givesPositionsInTheOrderOfCommits() {
    int scopes = 6;
    for (int i = 0; i < scopes; i++) {
      house.all(scope("units", "1" + i));
    }
    CompletableFuture<Void> writing =
        CompletableFuture.allOf(
            IntStream.range(0, scopes)
                .mapToObj(i -> CompletableFuture.runAsync(() -> write(i)))
                .toArray(CompletableFuture[]::new));
    String[] properties = IntStream.range(0, scopes).mapToObj(i -> "1" + i).toArray(String[]::new);
    List<Long> seen = new ArrayList<>();
    long last = 0;
    while (seen.size() < scopes * 20) {
      for (Event event :
          log.await(
              manager(properties),
              new EventQuery(last, List.of(), null, null, 7),
              Duration.ofSeconds(20))) {
        last = event.position();
        seen.add(last);
      }
      assertThat(writing).isNotCompletedExceptionally();
    }
    writing.join();
    assertThat(log.read(manager(properties), new EventQuery(0, List.of(), null, null, 1000)))
        .extracting(Event::position)
        .isEqualTo(seen);
  }

  private void write(int i) {
    String property = "1" + i;
    for (int n = 0; n < 20; n++) {
      house
          .mirror()
          .write(
              new MirrorBatch(
                  scope("units", property),
                  List.of(unit("" + (100 * i + n), property, "notice-rented", "1.00")),
                  false,
                  clock.instant(),
                  null));
    }
  }

  private List<Event> all() {
    return log.read(manager("10"), new EventQuery(0, List.of(), null, null, 100));
  }

  private List<String> types(String... types) {
    return log.read(manager("10"), new EventQuery(0, List.of(types), null, null, 100)).stream()
        .map(Event::type)
        .toList();
  }

  private static MirrorItem occupied(int id, String rent) {
    return unit("" + id, "10", "occupied-no-notice", rent);
  }
}
