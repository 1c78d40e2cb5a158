package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The made-up properties and units. */
class SandboxContentTest {

  private static final Clock CLOCK = Clock.fixed(RunningSandbox.START, ZoneOffset.UTC);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(everything(content(12, 120))).isEqualTo(everything(content(12, 120)));
    SandboxSettings usual = SandboxSettings.defaults();
    SandboxSettings other = new SandboxSettings(0, 12, 120, usual.idleTimeout(), usual.seed() + 1);
    assertThat(everything(new SandboxContent(CLOCK, other)))
        .isNotEqualTo(everything(content(12, 120)));
  }

  @Test
  void doesNotChangeAPropertyWhenThereAreMoreOfThem() {
    SandboxContent small = content(2, 50);
    SandboxContent large = content(40, 200);
    assertThat(large.units("1002").subList(0, 50)).isEqualTo(small.units("1002"));
  }

  @Test
  void reachesFiveHundredPropertiesOfTwoHundredUnits() {
    SandboxContent content = content(500, 200);
    List<SandboxUnit> units = everything(content);
    assertThat(units).hasSize(100_000);
    assertThat(units.stream().map(SandboxUnit::id).distinct()).hasSize(100_000);
    assertThat(content.properties().stream().map(SandboxProperty::name).distinct()).hasSize(500);
    assertThat(content.properties().get(499).id()).isEqualTo("1500");
    Set<String> states =
        content.properties().stream().map(p -> p.city().state()).collect(Collectors.toSet());
    assertThat(states).hasSizeGreaterThan(8);
  }

  @Test
  void numbersUnitsOncePerProperty() {
    assertThat(content(1, 200).units("1001").stream().map(SandboxUnit::number).distinct())
        .hasSize(200);
  }

  @Test
  void showsAllSevenStatusesAndMostlyOccupiedUnits() {
    List<SandboxUnit> units = everything(content(12, 120));
    assertThat(units.stream().map(u -> u.letting().status()).distinct()).hasSize(7);
    long occupied =
        units.stream().filter(u -> u.letting().status() == SpaceStatus.OCCUPIED_NO_NOTICE).count();
    assertThat(occupied * 100 / units.size()).isBetween(65L, 85L);
  }

  @Test
  void hasDatesThatFitTheStatus() {
    for (SandboxUnit unit : everything(content(30, 100))) {
      Letting letting = unit.letting();
      switch (letting.status()) {
        case OCCUPIED_NO_NOTICE -> {
          assertThat(letting.availableOn()).isNull();
          assertThat(letting.moveOutOn()).isNull();
        }
        case NOTICE_RENTED, NOTICE_UNRENTED -> {
          assertThat(letting.moveOutOn()).isAfter(TODAY);
          assertThat(letting.availableOn()).isAfter(letting.moveOutOn());
          assertThat(letting.madeReadyOn()).isNull();
        }
        case VACANT_UNRENTED_READY, VACANT_RENTED_READY -> {
          assertThat(letting.madeReadyOn()).isAfter(letting.moveOutOn()).isBefore(TODAY);
          assertThat(letting.availableOn()).isEqualTo(letting.madeReadyOn());
        }
        case VACANT_UNRENTED_NOT_READY, VACANT_RENTED_NOT_READY -> {
          assertThat(letting.moveOutOn()).isBefore(TODAY);
          assertThat(letting.madeReadyOn()).isNull();
          assertThat(letting.availableOn()).isAfter(TODAY);
        }
      }
      assertThat(letting.effectiveRent()).isPositive().isLessThanOrEqualTo(letting.marketRent());
      assertThat(unit.amenities()).doesNotHaveDuplicates();
    }
  }

  @Test
  void refusesSettingsOutOfRange() {
    SandboxSettings usual = SandboxSettings.defaults();
    assertThatThrownBy(() -> usual.withSize(0, 120)).hasMessageContaining("properties");
    assertThatThrownBy(() -> usual.withSize(501, 120)).hasMessageContaining("from 1 to 500");
    assertThatThrownBy(() -> usual.withSize(1, 201)).hasMessageContaining("from 1 to 200");
    assertThatThrownBy(() -> usual.withPort(70_000)).hasMessageContaining("port");
    assertThatThrownBy(() -> usual.withIdleTimeout(Duration.ZERO)).hasMessageContaining("idle");
  }

  @Test
  void readsSettingsFromTheCommandLine() {
    SandboxSettings settings =
        SandboxArguments.parse(
            new String[] {"port=8091", "properties=3"},
            name -> name.equals("sandbox.units") ? "7" : null);
    assertThat(settings.port()).isEqualTo(8091);
    assertThat(settings.properties()).isEqualTo(3);
    assertThat(settings.unitsPerProperty()).isEqualTo(7);
    assertThatThrownBy(() -> SandboxArguments.parse(new String[] {"--help"}, name -> null))
        .hasMessageContaining("port=");
    assertThatThrownBy(() -> SandboxArguments.parse(new String[] {"port=x"}, name -> null))
        .hasMessageContaining("whole number");
  }

  private static SandboxContent content(int properties, int units) {
    return new SandboxContent(CLOCK, SandboxSettings.defaults().withSize(properties, units));
  }

  private static List<SandboxUnit> everything(SandboxContent content) {
    return content.properties().stream().flatMap(p -> content.units(p.id()).stream()).toList();
  }
}
