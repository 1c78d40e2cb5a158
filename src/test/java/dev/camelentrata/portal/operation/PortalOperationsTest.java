package dev.camelentrata.portal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.camelentrata.model.Money;
import dev.camelentrata.model.Property;
import dev.camelentrata.model.Unit;
import dev.camelentrata.model.UnitStatus;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.drift.DriftSite;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortalOperationsTest {

  private static final Instant AS_OF = Instant.parse("2026-03-02T10:00:00Z");
  private static final DriftSite SITE =
      new DriftSite("acme.portal.yaml", "x", "operations.x.replay.json", "Units", 0);

  private final PortalOperations operations = new PortalOperations();

  @Test
  void namesTheOperationsThatThereAre() {
    assertThatThrownBy(() -> operations.named("dropUnits"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("unknown operation 'dropUnits'; known are: getAmenity, ")
        .hasMessageContaining(", listProperties, ")
        .hasMessageEndingWith(", listWorkOrders");
  }

  @Test
  void makesAUnitThatTheRowAndTheQuestionDescribe() {
    Row twelve = row(Map.of("months", 12, "rent", Money.of("1500", "USD")));
    Row six = row(Map.of("months", 6, "rent", Money.of("1600", "USD")));

    Unit unit =
        (Unit)
            value(
                "listUnits",
                Map.of(
                    "id", "7", "number", "A-1", "status", "9", "rentByTerm", List.of(twelve, six)));

    assertThat(unit.propertyId()).isEqualTo("1001");
    assertThat(unit.status()).isEqualTo(UnitStatus.NOTICE_UNRENTED);
    assertThat(unit.portalStatus()).isEqualTo("Notice Unrented");
    assertThat(unit.available()).isTrue();
    assertThat(unit.rentByTerm()).extracting(term -> term.months()).containsExactly(6, 12);
    assertThat(unit.amenities()).isEmpty();
    assertThat(unit.asOf()).isEqualTo(AS_OF);
  }

  @ParameterizedTest
  @CsvSource({
    "Mountain Time, America/Denver",
    "Mountain, America/Denver",
    "Eastern Standard Time, America/New_York",
    "central time, America/Chicago",
    "Arizona Time, America/Phoenix",
    "Pacific Time, America/Los_Angeles",
    "Alaska Time, America/Anchorage",
    "Hawaii Time, Pacific/Honolulu",
    "America/Boise, America/Boise",
    ","
  })
  void namesTimeZonesAsIanaDoes(String portal, String iana) {
    Map<String, Object> values = new LinkedHashMap<>(Map.of("id", "1", "name", "Oak Park"));
    values.put("timeZone", portal);

    assertThat(((Property) value("getProperty", values)).timeZone()).isEqualTo(iana);
  }

  @Test
  void takesUnknownWordsForDriftWithoutShowingThem() {
    assertDrift(
        "listUnits", Map.of("id", "7", "number", "A-1", "status", "Haunted"), "status", "Haunted");
    assertDrift(
        "listProperties",
        Map.of("id", "1", "name", "Oak", "timeZone", "Lunar"),
        "timeZone",
        "Lunar");
    Row never = row(Map.of("months", 0, "rent", Money.of("1", "USD")));
    PortalException drift =
        catchThrowableOfType(
            PortalException.class,
            () ->
                value(
                    "getUnit",
                    Map.of(
                        "id", "7", "number", "A-1", "status", "2", "rentByTerm", List.of(never))));
    assertThat(drift.problem()).isEqualTo(PortalProblem.PORTAL_DRIFT);
  }

  private void assertDrift(
      String operation, Map<String, Object> values, String field, String value) {
    PortalException drift =
        catchThrowableOfType(PortalException.class, () -> value(operation, values));
    assertThat(drift.problem()).isEqualTo(PortalProblem.PORTAL_DRIFT);
    assertThat(drift.mapEntry()).contains("operations.x.replay.json.fields." + field);
    assertThat(drift.getMessage()).contains("in row 3").doesNotContain(value);
  }

  private Object value(String operation, Map<String, Object> values) {
    return operations.named(operation).value(row(values), Map.of("propertyId", "1001"), AS_OF);
  }

  private static Row row(Map<String, Object> values) {
    return new Row(new RowFields(values.keySet()), values.values().toArray(), 3, SITE);
  }
}
