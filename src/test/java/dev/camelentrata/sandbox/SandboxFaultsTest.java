package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each way in which the sandbox portal misbehaves on command. */
class SandboxFaultsTest {

  private static final String UNITS = "/?module=property_unitsxxx&action=get_units_json";
  private static final Map<String, String> FORM = Map.of("property[id]", "1001");

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(2, 20);
  private Visitor manager;

  @BeforeEach
  void logIn() {
    manager = sandbox.visitor().asManager();
  }

  @Test
  void answersLateWhenSlow() {
    order("{'kind': 'slow', 'delayMillis': 400}");
    assertThat(timeOf(() -> units())).isGreaterThanOrEqualTo(Duration.ofMillis(400));
  }

  @Test
  void delaysEveryPortalCallByTheLatency() {
    sandbox.control("PUT", "/latency", "{\"millis\": 300}");
    assertThat(timeOf(() -> units())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    sandbox.control("POST", "/reset", "");
    assertThat(sandbox.state().path("latencyMillis").asInt()).isZero();
  }

  @Test
  void limitsTheRate() {
    order("{'kind': 'rate-limited', 'retryAfterSeconds': 7}");
    assertThat(units().statusCode()).isEqualTo(429);
    assertThat(units().headers().firstValue("Retry-After")).contains("7");
  }

  @Test
  void failsLikeAServer() {
    order("{'kind': 'server-error', 'times': 1}");
    assertThat(units().statusCode()).isEqualTo(500);
    assertThat(units().statusCode()).isEqualTo(200);
    order("{'kind': 'server-error', 'status': 503}");
    assertThat(units().statusCode()).isEqualTo(503);
  }

  @Test
  void saysOopsWithAGoodStatus() {
    order("{'kind': 'oops'}");
    assertThat(units().statusCode()).isEqualTo(200);
    assertThat(units().body()).contains("Oops! Something went wrong");
  }

  @Test
  void dropsTheConnectionBeforeAnswering() {
    order("{'kind': 'dropped-connection'}");
    assertThatThrownBy(this::units).satisfies(SandboxFaultsTest::isDroppedConnection);
  }

  @Test
  void dropsTheConnectionAfterTheChangeWasMade() {
    String csrf =
        Visitor.html(manager.get("/?module=dashboardxxx"))
            .select("meta[name=csrf-token]")
            .attr("content");
    order("{'kind': 'dropped-after-commit', 'action': 'update_unit'}");
    Map<String, String> form =
        Map.of("property_unit[id]", "500001", "csrf_token", csrf, UnitUpdate.NOTES, "kept");
    assertThatThrownBy(() -> manager.post("/?module=property_unitsxxx&action=update_unit", form))
        .satisfies(SandboxFaultsTest::isDroppedConnection);
    assertThat(Visitor.json(units()).at("/data/units/0/notes").asText()).isEqualTo("kept");
    assertThat(sandbox.counters().path("writes").asInt()).isEqualTo(1);
  }

  @Test
  void killsTheSessionOfTheRequest() {
    Visitor other = sandbox.visitor().asManager();
    order("{'kind': 'expired-session', 'skip': 1, 'times': 1}");
    assertThat(units().statusCode()).isEqualTo(200);
    assertThat(units().statusCode()).isEqualTo(401);
    assertThat(units().statusCode()).isEqualTo(401);
    assertThat(other.post(UNITS, FORM).statusCode()).isEqualTo(200);
  }

  @Test
  void showsMaintenanceAndCaptchaPages() {
    order("{'kind': 'maintenance', 'times': 1}");
    assertThat(units().body()).contains("id=\"maintenance_notice\"");
    order("{'kind': 'captcha', 'times': 1}");
    assertThat(sandbox.visitor().get("/?module=authentication").body())
        .contains("id=\"captcha_challenge\"");
  }

  @Test
  void renamesHeadingsClassesAndJsonKeys() {
    order(
        "{'kind': 'changed-markup', 'columns': {'Unit Status': 'Occupancy'},"
            + " 'classes': {'unit-row': 'space-row'}, 'jsonFields': {'status': 'space_status'}}");
    var list =
        Visitor.html(
            manager.post("/?module=property_unitsxxx&action=view_property_units_list", FORM));
    assertThat(list.select("#tbl_units thead th").eachText())
        .contains("Occupancy")
        .doesNotContain("Unit Status");
    assertThat(list.select("tr.space-row")).hasSize(20);
    assertThat(list.select("tr.unit-row")).isEmpty();
    JsonNode unit = Visitor.json(units()).at("/data/units/0");
    assertThat(unit.has("space_status")).isTrue();
    assertThat(unit.has("status")).isFalse();
  }

  @Test
  void strikesOnlyTheModuleAndActionItIsMeantFor() {
    order("{'kind': 'server-error', 'module': 'property_unitsxxx', 'action': 'get_unit_json'}");
    assertThat(units().statusCode()).isEqualTo(200);
    assertThat(
            manager
                .post(
                    "/?module=property_unitsxxx&action=get_unit_json",
                    Map.of("property_unit[id]", "500001"))
                .statusCode())
        .isEqualTo(500);
  }

  @Test
  void listsCountsAndRemovesFaults() {
    int id = order("{'kind': 'oops', 'times': 1}").path("id").asInt();
    order("{'kind': 'slow', 'delayMillis': 1}");
    units();
    JsonNode list = Visitor.json(sandbox.control("GET", "/faults", null));
    assertThat(list).hasSize(2);
    assertThat(list.at("/0/hits").asInt()).isEqualTo(1);
    assertThat(list.at("/0/spent").asBoolean()).isTrue();
    assertThat(sandbox.control("DELETE", "/faults/" + id, null).statusCode()).isEqualTo(204);
    assertThat(sandbox.control("DELETE", "/faults/" + id, null).statusCode()).isEqualTo(404);
    assertThat(sandbox.control("DELETE", "/faults", null).statusCode()).isEqualTo(204);
    assertThat(Visitor.json(sandbox.control("GET", "/faults", null))).isEmpty();
  }

  @Test
  void refusesOrdersItDoesNotUnderstand() {
    assertThat(refusal("{'kind': 'flood'}")).contains("slow, rate-limited", "flood");
    assertThat(refusal("{'kind': 'slow', 'delay': 5}")).contains("delay", "delayMillis");
    assertThat(refusal("{'kind': 'slow', 'times': 0}")).contains("times");
    assertThat(refusal("{'kind': 'slow', 'times': 'often'}")).isNotBlank();
    assertThat(refusal("{'kind': 'changed-markup'}")).contains("columns");
    assertThat(refusal("not json")).contains("cannot be read");
  }

  private String refusal(String order) {
    HttpResponse<String> answer = sandbox.control("POST", "/faults", order.replace('\'', '"'));
    assertThat(answer.statusCode()).isEqualTo(400);
    return Visitor.json(answer).at("/messages/0").asText();
  }

  private JsonNode order(String order) {
    HttpResponse<String> answer = sandbox.control("POST", "/faults", order.replace('\'', '"'));
    assertThat(answer.statusCode()).isEqualTo(201);
    return Visitor.json(answer);
  }

  private HttpResponse<String> units() {
    return manager.post(UNITS, FORM);
  }

  private static void isDroppedConnection(Throwable failure) {
    assertThat(failure.getCause())
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
  }

  private static Duration timeOf(Runnable call) {
    long start = System.nanoTime();
    call.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
