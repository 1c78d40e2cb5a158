package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.PortalMapReader;
import dev.camelentrata.portal.map.WriteNames;
import dev.camelentrata.write.WriteCatalog;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalWriteNamesTest {

  private static final Map<String, WriteNames> NAMES = PortalWriteNames.of(WriteCatalog.load());

  @Test
  void namesIdsFieldsAndElementsOfLists() {
    WriteNames order = NAMES.get("createWorkOrder");
    assertThat(order.values())
        .contains("propertyId", "unitId", "window.day", "window.from")
        .doesNotContain("window", "attachments");
    assertThat(order.lists()).containsOnlyKeys("attachments");
    assertThat(order.lists().get("attachments")).isEmpty();
    assertThat(NAMES.get("createLease").lists().get("residents"))
        .contains("firstName", "relationship");
    assertThat(NAMES.get("moveIn").values()).contains("leaseId", "propertyId", "moveInOn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sandbox", "entrata"})
  void theMapsOfTheHouseFitTheCatalogue(String portal) {
    PortalMap map =
        new PortalMapReader(NAMES).read(Path.of("routes", "portal", portal + ".portal.yaml"));

    assertThat(NAMES.keySet()).containsAll(map.writes().flows().keySet());
  }
}
