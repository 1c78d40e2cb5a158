package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sandbox portal's one write: changing a unit. */
class SandboxUnitUpdateTest {

  private static final String UPDATE = "/?module=property_unitsxxx&action=update_unit";

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(3, 20);
  private Visitor manager;
  private String csrf;

  @BeforeEach
  void logIn() {
    manager = sandbox.visitor().asManager();
    csrf = csrf(manager);
  }

  @Test
  void savesAChangeAndShowsItEverywhere() {
    JsonNode saved =
        update(
            Map.of(
                UnitUpdate.STATUS, "9",
                UnitUpdate.MARKET_RENT, "$1,999.50",
                UnitUpdate.AVAILABLE_ON, "12/31/2026",
                UnitUpdate.NOTES, "New <floors>"));
    assertThat(saved.path("status").asText()).isEqualTo("success");
    JsonNode unit = manager.unitsJson("1001", 0).at("/data/units/0");
    assertThat(unit.path("status").textValue()).isEqualTo("Notice Unrented");
    assertThat(unit.path("market_rent").textValue()).isEqualTo("$1,999.50");
    assertThat(unit.path("available_on").textValue()).isEqualTo("12/31/2026");
    var page = manager.get("/?module=property_unitxxx&property_unit[id]=500001");
    assertThat(Visitor.html(page).select("[data-field=notes]").text()).isEqualTo("New <floors>");
    assertThat(page.body()).doesNotContain("<floors>");
    assertThat(sandbox.counters().path("writes").asInt()).isEqualTo(1);
  }

  @Test
  void acceptsTheTokenAsAFormField() {
    Map<String, String> form = Map.of("property_unit[id]", "500001", "csrf_token", csrf);
    assertThat(Visitor.json(manager.post(UPDATE, form)).path("status").asText())
        .isEqualTo("success");
  }

  @Test
  void refusesAWriteWithoutOrWithAnothersCsrfToken() {
    Map<String, String> form = Map.of("property_unit[id]", "500001", UnitUpdate.NOTES, "x");
    assertThat(manager.post(UPDATE, form).statusCode()).isEqualTo(403);
    String foreign = csrf(sandbox.visitor().asManager());
    var answer = manager.send(manager.form(UPDATE, form).header("X-CSRF-Token", foreign));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Visitor.json(answer).at("/messages/0").asText()).contains("no longer valid");
    assertThat(sandbox.counters().path("writes").asInt()).isZero();
  }

  @Test
  void refusesAWriteByGet() {
    String query = "&property_unit[id]=500001&csrf_token=" + csrf;
    assertThat(manager.get(UPDATE + query).statusCode()).isEqualTo(405);
  }

  @Test
  void refusesAUnitOfAPropertyThatTheUserDoesNotSee() {
    Visitor onsite = sandbox.visitor().asOnsite();
    Map<String, String> form = Map.of("property_unit[id]", "500401", "csrf_token", csrf(onsite));
    assertThat(onsite.post(UPDATE, form).statusCode()).isEqualTo(403);
  }

  @Test
  void namesEveryMistakeAndChangesNothing() {
    String before = manager.unitsJson("1001", 0).toString();
    JsonNode refused =
        update(
            Map.of(
                UnitUpdate.STATUS, "7",
                UnitUpdate.MARKET_RENT, "1,000,000,000,000,000,000,000",
                UnitUpdate.AVAILABLE_ON, "02/30/2027",
                UnitUpdate.NOTES, "x".repeat(501)));
    assertThat(refused.path("status").asText()).isEqualTo("error");
    assertThat(refused.path("messages")).hasSize(4);
    assertThat(manager.unitsJson("1001", 0).toString()).isEqualTo(before);
  }

  @Test
  void refusesStatusAndDateThatContradictEachOther() {
    JsonNode refused = update(Map.of(UnitUpdate.STATUS, "2", UnitUpdate.AVAILABLE_ON, ""));
    assertThat(refused.at("/messages/0").asText()).contains("needs an Available On date");
    JsonNode occupied =
        update(Map.of(UnitUpdate.STATUS, "3", UnitUpdate.AVAILABLE_ON, "12/31/2026"));
    assertThat(occupied.at("/messages/0").asText()).contains("has no Available On date");
  }

  private JsonNode update(Map<String, String> changes) {
    Map<String, String> form = new HashMap<>(changes);
    form.put("property_unit[id]", "500001");
    return Visitor.json(manager.send(manager.form(UPDATE, form).header("X-CSRF-Token", csrf)));
  }

  private static String csrf(Visitor visitor) {
    return Visitor.html(visitor.get("/?module=dashboardxxx"))
        .select("meta[name=csrf-token]")
        .attr("content");
  }
}
