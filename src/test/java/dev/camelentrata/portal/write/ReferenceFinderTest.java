package dev.camelentrata.portal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalOutcome;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.ReferenceSearch;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceFinderTest {

  private static final String ROW =
      "<table><tr class=row data-id=%s><td class=reference>%s</td><td class=no>L-1</td></tr></table>";

  private final ReferenceFinder finder =
      new ReferenceFinder(
          new ReferenceSearch(
              "acme.writes.yaml",
              "Activity Log",
              new PortalMap.Request("POST", "/", Map.of(), Map.of(), Map.of()),
              "tr.row",
              ".none",
              new PortalMap.Place(null, "data-id"),
              new PortalMap.Place(".no", null),
              new PortalMap.Place(".reference", null)));

  @Test
  void findsOnlyTheVeryReference() {
    assertThat(read(ROW.formatted(77, "ref-1"))).contains(new PortalOutcome.Completed("77", "L-1"));
    assertThat(read(ROW.formatted(78, "ref-10") + ROW.formatted(77, "ref-1")))
        .contains(new PortalOutcome.Completed("77", "L-1"));
    assertThat(read(ROW.formatted(78, "ref-10"))).isEmpty();
    assertThat(read("<p class=none>No records</p>")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>Something else</p> | references.rows",
        "<p class=none></p><table><tr class=row></tr></table> | references.rows",
        "<table><tr class=row><td class=reference>ref-1</td></tr></table> | references.id",
        "<table><tr class=row data-id=7><td>ref-1</td></tr></table> | references.reference",
        "<table><tr class=row data-id=7><td class=reference>ref</td></tr></table> | references.reference",
        "<table><tr class=row data-id=7><td class=reference>ref-1</td></tr></table> | references.confirmation",
      })
  void takesNothingButTheSignOfAnEmptyListForNothing(String answer, String entry) {
    PortalException drift = catchThrowableOfType(PortalException.class, () -> read(answer));

    assertThat(drift.problem()).isEqualTo(PortalProblem.PORTAL_DRIFT);
    assertThat(drift.mapEntry()).contains(entry);
    assertThat(drift).hasMessageContaining("acme.writes.yaml").hasMessageContaining("Activity Log");
  }

  private Optional<PortalOutcome.Completed> read(String answer) {
    return finder.read(Jsoup.parse(answer), "createLease", "ref-1");
  }
}
