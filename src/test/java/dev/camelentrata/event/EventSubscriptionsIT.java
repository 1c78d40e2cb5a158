package dev.camelentrata.event;

import static dev.camelentrata.mirror.MirrorHouse.scope;
import static dev.camelentrata.mirror.MirrorHouse.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.mirror.MirrorHouse;
import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.mirror.SettableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventSubscriptionsIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final MirrorScope UNITS = scope("units", "77");

  @Test
  void goesOnFromWhereItLeftOffAndStartsAtTheEnd() {
    MirrorHouse house =
        new MirrorHouse(
            DATABASE.dataSource(), new SettableClock(Instant.parse("2026-11-02T08:00:00Z")));
    EventSubscriptions subscriptions = new EventSubscriptions(DATABASE.dataSource());
    house.all(UNITS, unit("771", "77", "occupied-no-notice", "1.00"));
    house.all(UNITS, unit("771", "77", "occupied-no-notice", "2.00"));

    assertThat(next(subscriptions, "late", List.of())).isEmpty();

    house.all(UNITS, unit("771", "77", "occupied-no-notice", "3.00"));
    house.all(UNITS, unit("771", "77", "notice-rented", "3.00"));
    List<Event> two = next(subscriptions, "late", List.of());
    assertThat(two)
        .extracting(Event::type)
        .containsExactly("unit.price_changed", "unit.availability_changed");
    assertThat(next(subscriptions, "late", List.of("unit.avail*", "lease.*"))).hasSize(1);

    subscriptions.taken(MirrorHouse.COMPANY, "late", two.get(0).position());
    assertThat(next(new EventSubscriptions(DATABASE.dataSource()), "late", List.of()))
        .extracting(Event::id)
        .containsExactly(two.get(1).id());
  }

  private static List<Event> next(
      EventSubscriptions subscriptions, String name, List<String> types) {
    return subscriptions.next(MirrorHouse.COMPANY, name, types, 10);
  }
}
