package dev.camelentrata.mirror;

import static dev.camelentrata.mirror.MirrorHouse.COMPANY;
import static dev.camelentrata.mirror.MirrorHouse.manager;
import static dev.camelentrata.mirror.MirrorHouse.onsite;
import static dev.camelentrata.mirror.MirrorHouse.payment;
import static dev.camelentrata.mirror.MirrorHouse.resource;
import static dev.camelentrata.mirror.MirrorHouse.scope;
import static dev.camelentrata.mirror.MirrorHouse.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.resource.Resource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresMirrorIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final Resource UNITS = resource("units");

  private final SettableClock clock = new SettableClock(START);
  private MirrorHouse house;
  private Mirror mirror;

  @BeforeEach
  void emptyMirror() throws SQLException {
    try (Connection owner = DATABASE.ownerConnection();
        Statement sql = owner.createStatement()) {
      sql.execute(
          "truncate mirror_units, mirror_ledger_transactions, mirror_properties, mirror_users,"
              + " freshness, event");
    }
    house = new MirrorHouse(DATABASE.dataSource(), clock);
    mirror = house.mirror();
  }

  @Test
  void listsWhatWasWritten() {
    MirrorItem first = unit("1", "10", "vacant-unrented-ready", "1500.00");
    assertThat(house.all(scope("units", "10"), first, unit("2", "10", "notice-rented", "900.00")))
        .isEqualTo(new WriteResult(2, 2, 0, 0, false));
    MirrorPage page = mirror.list(manager("10"), UNITS, MirrorQuery.all("10", 10));
    assertThat(page.items()).extracting(StoredItem::id).containsExactly("1", "2");
    assertThat(page.items().get(0))
        .isEqualTo(
            new StoredItem("1", "10", "A 1", first.data(), clock.instant(), clock.instant(), null));
    assertThat(page.more()).isFalse();
    assertThat(page.asOf()).isEqualTo(clock.instant());
    assertThat(mirror.asOf(scope("units", "10"))).contains(clock.instant());
    assertThat(mirror.asOf(scope("units", "11"))).isEmpty();
  }

  @Test
  void writesNothingWhenNothingChanged() throws SQLException {
    MirrorItem[] units = {
      unit("1", "10", "vacant-unrented-ready", "1500.00"), unit("2", "10", "notice-rented", "1.00")
    };
    house.all(scope("units", "10"), units);
    String written = versions();
    assertThat(house.all(scope("units", "10"), units))
        .isEqualTo(new WriteResult(2, 0, 0, 0, false));
    assertThat(versions()).isEqualTo(written);
    StoredItem unit = mirror.find(manager("10"), UNITS, "1").orElseThrow();
    assertThat(unit.asOf()).isEqualTo(clock.instant());
    assertThat(unit.updatedAt()).isEqualTo(clock.instant().minus(Duration.ofMinutes(1)));
  }

  @Test
  void writesOnlyTheRowThatChanged() throws SQLException {
    MirrorItem same = unit("1", "10", "vacant-unrented-ready", "1500.00");
    house.all(scope("units", "10"), same, unit("2", "10", "notice-rented", "900.00"));
    String written = versions().lines().findFirst().orElseThrow();
    assertThat(house.all(scope("units", "10"), same, unit("2", "10", "notice-rented", "950.00")))
        .isEqualTo(new WriteResult(2, 0, 1, 0, false));
    assertThat(versions().lines().findFirst()).contains(written);
    assertThat(mirror.find(manager("10"), UNITS, "2").orElseThrow().data()).contains("950.00");
  }

  @Test
  void marksWhatACompleteReadDoesNotShowAsRemoved() {
    house.all(scope("units", "10"), unit("1", "10", "notice-rented", "1.00"), unit2());
    Instant before = clock.instant();
    assertThat(house.some(scope("units", "10"), unit2()))
        .isEqualTo(new WriteResult(1, 0, 0, 0, false));
    assertThat(house.all(scope("units", "10"), unit2()))
        .isEqualTo(new WriteResult(1, 0, 0, 1, false));
    assertThat(ids(MirrorQuery.all("10", 10))).containsExactly("2");
    assertThat(mirror.find(manager("10"), UNITS, "1").orElseThrow().removedAt())
        .isEqualTo(clock.instant());
    assertThat(ids(since(before.plusSeconds(1)))).containsExactly("1");
  }

  @Test
  void addsAgainWhatComesBack() {
    house.all(scope("units", "10"), unit2());
    house.all(scope("units", "10"));
    assertThat(house.all(scope("units", "10"), unit2()))
        .isEqualTo(new WriteResult(1, 1, 0, 0, false));
    assertThat(mirror.find(manager("10"), UNITS, "2").orElseThrow().removedAt()).isNull();
  }

  @Test
  void movesWhatIsAtAnotherPropertyNow() {
    house.all(scope("units", "10"), unit2());
    house.all(scope("units", "11"));
    assertThat(house.all(scope("units", "11"), unit("2", "11", "notice-rented", "900.00")))
        .isEqualTo(new WriteResult(1, 0, 1, 0, false));
    assertThat(house.all(scope("units", "10"))).isEqualTo(new WriteResult(0, 0, 0, 0, false));
    assertThat(mirror.find(manager("10", "11"), UNITS, "2").orElseThrow().propertyId())
        .isEqualTo("11");
  }

  @Test
  void leavesLaterReadingsAlone() {
    house.all(scope("units", "10"), unit2());
    MirrorBatch late =
        new MirrorBatch(
            scope("units", "10"), List.of(), true, clock.instant().minusSeconds(1), "run_0");
    assertThat(mirror.write(late)).isEqualTo(new WriteResult(0, 0, 0, 0, true));
    assertThat(ids(MirrorQuery.all("10", 10))).containsExactly("2");
  }

  @Test
  void takesTheLastOfTwoWithOneId() {
    assertThat(house.all(scope("units", "10"), unit("2", "10", "notice-rented", "1.00"), unit2()))
        .isEqualTo(new WriteResult(1, 1, 0, 0, false));
    assertThat(mirror.find(manager("10"), UNITS, "2").orElseThrow().data())
        .isEqualTo(unit2().data());
  }

  @Test
  void keepsTextsWhateverIsInThem() {
    String data = "{\"id\":\"t\\\\1\",\"number\":\"a\\tb\\n\\\\u0000 \\u0000\\ud800 é😀\"}";
    house.all(
        scope("units", "10"),
        new MirrorItem(
            "t\\1", "tab\tline\nreturn\r\\.", data, "{\"a\": \"\\ud83d\\ude00\\udfff\"}"));
    StoredItem item = mirror.find(manager("10"), UNITS, "t\\1").orElseThrow();
    assertThat(item.sortKey()).isEqualTo("tab\tline\nreturn\r\\.");
    assertThat(item.data())
        .isEqualTo("{\"id\":\"t\\\\1\",\"number\":\"a\\tb\\n\\\\u0000 \uFFFD\uFFFD é😀\"}");
    assertThat(ids(equal("number", "x"))).isEmpty();
  }

  @Test
  void writesOddTextsOnceOnly() {
    MirrorItem odd = new MirrorItem("o\0", "half \uDC00", "{\"number\":\"\uD800 \\u0000\"}", null);
    house.all(scope("units", "10"), odd);
    assertThat(house.all(scope("units", "10"), odd)).isEqualTo(new WriteResult(1, 0, 0, 0, false));
  }

  @Test
  void readsFiveThousandUnchangedRowsInAMoment() {
    MirrorItem[] many =
        IntStream.range(0, 5_000)
            .mapToObj(i -> unit("" + i, "10", "notice-rented", "900.00"))
            .toArray(MirrorItem[]::new);
    house.all(scope("units", "10"), many);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      long before = System.nanoTime();
      assertThat(house.all(scope("units", "10"), many).changed()).isZero();
      best = Math.min(best, System.nanoTime() - before);
    }
    assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(150));
  }

  @Test
  void pagesInTheOrderOfSortKeyAndId() {
    house.all(
        scope("units", "10"),
        new MirrorItem("3", "b", "{\"id\":\"3\"}", null),
        new MirrorItem("1", "b", "{\"id\":\"1\"}", null),
        new MirrorItem("2", "B", "{\"id\":\"2\"}", null),
        new MirrorItem("4", "é", "{\"id\":\"4\"}", null));
    MirrorPage first = mirror.list(manager("10"), UNITS, MirrorQuery.all("10", 2));
    assertThat(first.items()).extracting(StoredItem::id).containsExactly("2", "1");
    assertThat(first.more()).isTrue();
    MirrorQuery next =
        new MirrorQuery("10", Map.of(), null, null, Map.of(), Map.of(), null, "b", "1", 2);
    MirrorPage second = mirror.list(manager("10"), UNITS, next);
    assertThat(second.items()).extracting(StoredItem::id).containsExactly("3", "4");
    assertThat(second.more()).isFalse();
  }

  @Test
  void filtersByFieldsAndDays() {
    house.all(
        scope("units", "10"),
        unit("1", "10", "vacant-unrented-ready", "1500.00"),
        unit("2", "10", "notice-rented", "900.00"),
        unit("3", "10", "vacant-rented-ready", "999.5"));
    assertThat(ids(equal("status", "notice-rented", "vacant-rented-ready")))
        .containsExactly("2", "3");
    assertThat(ids(equal("available", "true"))).containsExactly("1", "3");
    assertThat(ids(equal("marketRent", "1500"))).containsExactly("1");
    assertThat(ids(equal("bedrooms", "2.0"))).hasSize(3);
    assertThat(ids(equal("status", "' or true --"))).isEmpty();
    assertThat(ids(limits(Map.of("marketRent", new BigDecimal("950")), Map.of(), null, null)))
        .containsExactly("1", "3");
    assertThat(ids(limits(Map.of(), Map.of("marketRent", new BigDecimal("1000")), null, null)))
        .containsExactly("2", "3");
    LocalDate second = LocalDate.of(2026, 12, 2);
    assertThat(ids(limits(Map.of(), Map.of(), second, null))).containsExactly("2", "3");
    assertThat(ids(limits(Map.of(), Map.of(), null, second))).containsExactly("1", "2");
  }

  @Test
  void saysWhichFieldsThereAre() {
    assertThatThrownBy(() -> ids(equal("data' or '1'='1", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a unit has no field data' or '1'='1; there are id, propertyId");
    assertThatThrownBy(() -> ids(equal("bedrooms", "two")))
        .hasMessage("bedrooms must be a number, not two");
  }

  @Test
  void filtersPropertiesByTheirAddress() {
    house.all(scope("properties", null), property("10", "TX"), property("11", "CA"));
    Resource properties = resource("properties");
    MirrorQuery texas =
        new MirrorQuery(
            null,
            Map.of("state", List.of("TX")),
            null,
            null,
            Map.of(),
            Map.of(),
            null,
            null,
            null,
            10);
    assertThat(mirror.list(manager("10", "11"), properties, texas).items())
        .extracting(StoredItem::id)
        .containsExactly("10");
    assertThat(mirror.list(manager("11"), properties, texas).items()).isEmpty();
    assertThat(mirror.find(manager("11"), properties, "10")).isEmpty();
    assertThat(mirror.find(manager("10"), properties, "10")).isPresent();
  }

  @Test
  void showsViewersTheirPropertiesAndModulesOnly() {
    house.all(scope("units", "10"), unit2());
    house.all(scope("units", "11"), unit("3", "11", "notice-rented", "1.00"));
    house.all(scope("ledger-transactions", "10"), payment("7", "10", "-900.00"));
    Resource ledger = resource("ledger-transactions");
    MirrorPage both = mirror.list(manager("10", "11"), UNITS, MirrorQuery.all(null, 10));
    assertThat(both.items()).extracting(StoredItem::id).containsExactly("2", "3");
    assertThat(both.asOf()).isEqualTo(START.plus(Duration.ofMinutes(1)));
    assertThat(both.items().get(1).asOf()).isEqualTo(START.plus(Duration.ofMinutes(2)));
    assertThat(ids(MirrorQuery.all(null, 10))).containsExactly("2");
    assertThat(ids(MirrorQuery.all("11", 10))).isEmpty();
    assertThat(mirror.find(manager("10"), UNITS, "3")).isEmpty();
    assertThat(mirror.list(manager("10"), ledger, MirrorQuery.all("10", 10)).items()).hasSize(1);
    assertThat(mirror.list(onsite("10"), ledger, MirrorQuery.all("10", 10)).items()).isEmpty();
    assertThat(mirror.find(onsite("10"), ledger, "7")).isEmpty();
    Viewer stranger = new Viewer("other", manager("10").propertyIds(), manager().modules());
    assertThat(mirror.list(stranger, UNITS, MirrorQuery.all("10", 10)).items()).isEmpty();
    assertThat(mirror.find(stranger, UNITS, "2")).isEqualTo(Optional.empty());
  }

  @Test
  void countsAges() {
    house.all(scope("ledger-transactions", "10"));
    house.all(scope("units", "10"), unit2());
    house.all(scope("units", "11"));
    clock.forward(Duration.ofMinutes(1));
    assertThat(mirror.ages(onsite("10", "11")))
        .containsExactly(
            new ResourceAge(
                "units",
                2,
                Duration.ofMinutes(1),
                Duration.ofMinutes(2),
                Duration.ofMinutes(2),
                Duration.ofMinutes(2)));
    assertThat(mirror.ages(manager("10")))
        .extracting(ResourceAge::resource)
        .containsExactly("units", "ledger-transactions");
  }

  private static MirrorItem unit2() {
    return unit("2", "10", "notice-rented", "900.00");
  }

  private static MirrorItem property(String id, String state) {
    return new MirrorItem(
        id,
        "House " + id,
        "{\"id\":\"" + id + "\",\"address\":{\"state\":\"" + state + "\"}}",
        null);
  }

  private List<String> ids(MirrorQuery query) {
    return mirror.list(manager("10"), UNITS, query).items().stream().map(StoredItem::id).toList();
  }

  private static MirrorQuery equal(String field, String... values) {
    return new MirrorQuery(
        "10", Map.of(field, List.of(values)), null, null, Map.of(), Map.of(), null, null, null, 9);
  }

  private static MirrorQuery since(Instant time) {
    return new MirrorQuery("10", Map.of(), null, null, Map.of(), Map.of(), time, null, null, 9);
  }

  private static MirrorQuery limits(
      Map<String, BigDecimal> least, Map<String, BigDecimal> most, LocalDate from, LocalDate to) {
    return new MirrorQuery("10", Map.of(), from, to, least, most, null, null, null, 9);
  }

  /** The transactions that wrote the rows of units, one a line. */
  private static String versions() throws SQLException {
    try (Connection owner = DATABASE.ownerConnection();
        Statement sql = owner.createStatement()) {
      sql.execute("set entrata.writer = '" + COMPANY + "'");
      try (var rows =
          sql.executeQuery(
              "select string_agg(id || ' ' || xmin || ' ' || ctid, E'\\n' order by id)"
                  + " from mirror_units")) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
