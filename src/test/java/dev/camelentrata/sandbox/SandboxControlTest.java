package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The control calls under /__sandbox. */
class SandboxControlTest {

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(2, 20);

  @Test
  void showsTheStateWithoutPasswords() {
    sandbox.visitor().asManager();
    JsonNode state = sandbox.state();
    assertThat(state.path("seed").asLong()).isEqualTo(sandbox.settings.seed());
    assertThat(state.path("properties")).hasSize(2);
    assertThat(state.at("/properties/0/units").asInt()).isEqualTo(20);
    assertThat(state.path("liveSessions").asInt()).isEqualTo(1);
    assertThat(state.path("users")).hasSize(6);
    assertThat(state.toString()).doesNotContain("-pass", SandboxUsers.SERVICE_TOTP_SECRET);
  }

  @Test
  void resetsToAnotherSizeAndEndsSessions() {
    Visitor manager = sandbox.visitor().asManager();
    manager.control("POST", "/reset", "{\"properties\": 3, \"unitsPerProperty\": 7}");
    assertThat(sandbox.state().path("properties")).hasSize(3);
    assertThat(sandbox.counters().path("logins").asInt()).isZero();
    assertThat(manager.get("/?module=dashboardxxx").statusCode()).isEqualTo(302);
  }

  @Test
  void keepsSessionsAtAResetWhenAsked() {
    Visitor manager = sandbox.visitor().asManager();
    manager.control("POST", "/reset", "{\"keepSessions\": true}");
    assertThat(manager.get("/?module=dashboardxxx").statusCode()).isEqualTo(200);
  }

  @Test
  void undoesChangesAtAReset() {
    String before = sandbox.visitor().asManager().unitsJson("1001", 0).toString();
    sandbox.control("PUT", "/units/500001", "{\"marketRent\": \"1.00\"}");
    assertThat(sandbox.visitor().asManager().unitsJson("1001", 0).toString()).isNotEqualTo(before);
    sandbox.control("POST", "/reset", "");
    assertThat(sandbox.visitor().asManager().unitsJson("1001", 0).toString()).isEqualTo(before);
  }

  @Test
  void refusesASizeOutOfRange() {
    var answer = sandbox.control("POST", "/reset", "{\"properties\": 501}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Visitor.json(answer).at("/messages/0").asText()).contains("from 1 to 500");
    assertThat(sandbox.state().path("properties")).hasSize(2);
  }

  @Test
  void countsPortalCallsByActionButNotItsOwn() {
    Visitor manager = sandbox.visitor().asManager();
    manager.unitsJson("1001", 0);
    manager.unitsJson("1001", 1);
    manager.get("/sandbox/portal.css");
    manager.post("/?module=general_dashboardxxx&action=keep_alive", Map.of());
    JsonNode counters = sandbox.counters();
    assertThat(counters.path("requests").asInt()).isEqualTo(4);
    assertThat(counters.at("/requestsByAction/property_unitsxxx~1get_units_json").asInt())
        .isEqualTo(2);
    assertThat(counters.path("keepAlives").asInt()).isEqualTo(1);
    assertThat(counters.path("maxConcurrentRequests").asInt()).isEqualTo(1);
    sandbox.control("DELETE", "/counters", null);
    assertThat(sandbox.counters().path("requests").asInt()).isZero();
  }

  @Test
  void expiresTheSessionsOfOneUserOrOfAll() {
    Visitor manager = sandbox.visitor().asManager();
    Visitor onsite = sandbox.visitor().asOnsite();
    var one =
        sandbox.control("POST", "/sessions/expire", "{\"username\": \"onsite@sandbox.test\"}");
    assertThat(Visitor.json(one).path("expired").asInt()).isEqualTo(1);
    assertThat(onsite.get("/?module=dashboardxxx").statusCode()).isEqualTo(302);
    assertThat(manager.get("/?module=dashboardxxx").statusCode()).isEqualTo(200);
    sandbox.control("POST", "/sessions/expire", "");
    assertThat(manager.get("/?module=dashboardxxx").statusCode()).isEqualTo(302);
    assertThat(sandbox.control("POST", "/sessions/expire", "{\"username\": \"x\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void readsAndChangesAUnit() {
    var changed =
        sandbox.control(
            "PUT",
            "/units/500002",
            "{\"status\": \"Notice Unrented\", \"availableOn\": \"2027-01-05\","
                + " \"madeReadyOn\": null, \"marketRent\": 1545.50}");
    assertThat(changed.statusCode()).isEqualTo(200);
    JsonNode unit = sandbox.visitor().asManager().unitsJson("1001", 0).at("/data/units/1");
    assertThat(unit.path("status").asText()).isEqualTo("Notice Unrented");
    assertThat(unit.path("available_on").asText()).isEqualTo("01/05/2027");
    assertThat(unit.path("market_rent").asText()).isEqualTo("$1,545.50");
    JsonNode read = Visitor.json(sandbox.control("GET", "/units/500002", null));
    assertThat(read.path("availableOn").asText()).isEqualTo("2027-01-05");
  }

  @Test
  void refusesABadChangeOfAUnit() {
    assertThat(sandbox.control("PUT", "/units/1", "{}").statusCode()).isEqualTo(404);
    for (String bad :
        new String[] {
          "{\"status\": \"Haunted\"}",
          "{\"availableOn\": \"12/01/2026\"}",
          "{\"marketRent\": 1.005}",
          "{\"rent\": 5}",
          "[]"
        }) {
      assertThat(sandbox.control("PUT", "/units/500001", bad).statusCode()).as(bad).isEqualTo(400);
    }
  }

  @Test
  void explainsUnknownControlCalls() {
    var answer = sandbox.control("GET", "/nonsense", null);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Visitor.json(answer).at("/messages/0").asText()).contains("POST sessions/expire");
  }
}
