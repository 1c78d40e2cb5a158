package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The control calls for records: whatever is changed, nothing else changes but what follows. */
class SandboxRecordControlTest {

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(2, 40);
  private Map<String, JsonNode> before;

  @BeforeEach
  void look() {
    before = everything();
  }

  @Test
  void showsRecordsWithIsoDatesAndPlainNumbers() {
    JsonNode lease = current();
    assertThat(lease.path("startsOn").textValue()).matches("20\\d{2}-\\d{2}-\\d{2}");
    assertThat(lease.path("rent").isNumber()).isTrue();
    assertThat(lease.path("monthToMonth").isBoolean()).isTrue();
    assertThat(lease.path("scheduledCharges").isArray()).isTrue();
    assertThat(get("/records/leases/" + lease.path("id").asText())).isEqualTo(lease);
    assertThat(get("/records/properties").get(0).at("/address/city").textValue()).isNotEmpty();
    assertThat(get("/records/units?property=1002")).hasSize(40);
    assertThat(get("/records/units")).hasSize(80);
  }

  @Test
  void givesNotice() {
    JsonNode lease = current();
    HttpResponse<String> notice =
        post(
            "/leases/" + lease.path("id").asText() + "/notice",
            "{\"noticeOn\": \"2026-11-25\", \"moveOutOn\": \"2027-01-10\"}");
    assertThat(notice.statusCode()).isEqualTo(200);
    assertThat(changes()).containsOnly(Map.entry("leases/" + lease.path("id").asText(), "changed"));
    JsonNode now = get("/records/leases/" + lease.path("id").asText());
    assertThat(now.path("status").textValue()).isEqualTo("Notice");
    assertThat(now.path("moveOutOn").textValue()).isEqualTo("2027-01-10");
    JsonNode resident = get("/records/residents/" + lease.path("residentId").asText());
    assertThat(resident.path("status").textValue()).isEqualTo("Notice");
    assertThat(resident.path("moveOutOn").textValue()).isEqualTo("2027-01-10");
    assertThat(post("/leases/" + lease.path("id").asText() + "/notice", "").statusCode())
        .isEqualTo(400);
  }

  @Test
  void postsAPayment() {
    JsonNode lease = current();
    String id = lease.path("id").asText();
    HttpResponse<String> paid = post("/leases/" + id + "/payments", "{\"amount\": 125.50}");
    assertThat(paid.statusCode()).isEqualTo(201);
    JsonNode row = Visitor.json(paid);
    assertThat(changes())
        .containsOnly(Map.entry("ledger-transactions/" + row.path("id").asText(), "added"));
    assertThat(row.path("amount").decimalValue()).isEqualByComparingTo("-125.50");
    assertThat(row.path("postedOn").textValue()).isEqualTo("2026-11-24");
    assertThat(get("/records/leases/" + id).path("balance").decimalValue())
        .isEqualByComparingTo(
            lease.path("balance").decimalValue().subtract(new BigDecimal("125.50")));
    assertThat(post("/leases/" + id + "/payments", "{\"amount\": 0}").statusCode()).isEqualTo(400);
    assertThat(post("/leases/1/payments", "{\"amount\": 1}").statusCode()).isEqualTo(404);
  }

  @Test
  void removesAUnit() {
    assertThat(sandbox.control("DELETE", "/units/500007", null).statusCode()).isEqualTo(204);
    assertThat(changes()).containsOnly(Map.entry("units/500007", "removed"));
    assertThat(get("/records/properties/1001").path("unitCount").asInt()).isEqualTo(39);
    int ofFloorplans = 0;
    for (JsonNode floorplan : get("/records/floorplans?property=1001")) {
      ofFloorplans += floorplan.path("unitCount").asInt();
    }
    assertThat(ofFloorplans).isEqualTo(39);
    JsonNode page = sandbox.visitor().asManager().unitsJson("1001", 0);
    assertThat(page.at("/data/total").asInt()).isEqualTo(39);
    assertThat(page.toString()).doesNotContain("\"500007\"");
    assertThat(sandbox.control("DELETE", "/units/500007", null).statusCode()).isEqualTo(404);
  }

  @Test
  void changesAddsAndRemovesARecord() {
    String id = get("/records/work-orders?property=1001").get(0).path("id").asText();
    HttpResponse<String> changed =
        sandbox.control(
            "PUT",
            "/records/work-orders/" + id,
            "{\"status\": \"On Hold\", \"dueOn\": \"2026-12-01\", \"pets\": true, \"vendorId\": null}");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(Visitor.json(changed).path("dueOn").textValue()).isEqualTo("2026-12-01");
    assertThat(changes()).containsOnly(Map.entry("work-orders/" + id, "changed"));

    HttpResponse<String> added =
        post("/records/leads", "{\"propertyId\": \"1002\", \"lastName\": \"Marlowe\"}");
    String lead = Visitor.json(added).path("id").asText();
    assertThat(changes())
        .containsOnly(
            Map.entry("work-orders/" + id, "changed"), Map.entry("leads/" + lead, "added"));

    assertThat(sandbox.control("DELETE", "/records/leads/" + lead, null).statusCode())
        .isEqualTo(204);
    assertThat(sandbox.control("DELETE", "/records/leads/" + lead, null).statusCode())
        .isEqualTo(404);
    assertThat(changes()).containsOnly(Map.entry("work-orders/" + id, "changed"));

    sandbox.control("POST", "/reset", "");
    assertThat(changes()).isEmpty();
  }

  @Test
  void changesRecordsOfTheCompanyAndWhatFollows() {
    JsonNode user = get("/records/users").get(0);
    String other = get("/records/roles").get(3).path("id").asText();
    int count = get("/records/roles/" + other).path("userCount").asInt();
    String id = user.path("id").asText();
    sandbox.control("PUT", "/records/users/" + id, "{\"roleId\": \"" + other + "\"}");
    assertThat(changes()).containsOnly(Map.entry("users/" + id, "changed"));
    assertThat(get("/records/roles/" + other).path("userCount").asInt()).isEqualTo(count + 1);
  }

  @Test
  void refusesWhatMakesNoSense() {
    String lease = "/records/leases/" + current().path("id").asText();
    for (String bad :
        new String[] {
          "{\"balance\": 1}",
          "{\"id\": \"5\"}",
          "{\"status\": \"Gone\"}",
          "{\"startsOn\": \"11/24/2026\"}",
          "{\"rent\": \"much\"}",
          "{\"colour\": \"red\"}",
          "{\"monthToMonth\": \"yes\"}",
          "{\"scheduledCharges\": \"none\"}"
        }) {
      HttpResponse<String> refused = sandbox.control("PUT", lease, bad);
      assertThat(refused.statusCode()).as(bad).isEqualTo(400);
      assertThat(Visitor.json(refused).at("/messages/0").asText()).as(bad).isNotEmpty();
    }
    assertThat(post("/records/leads", "{\"propertyId\": \"9\"}").statusCode()).isEqualTo(400);
    assertThat(post("/records/units", "{}").statusCode()).isEqualTo(400);
    HttpResponse<String> unknown = sandbox.control("GET", "/records/pets", null);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("work-orders");
    assertThat(sandbox.control("GET", "/records/leases?property=9", null).statusCode())
        .isEqualTo(400);
    assertThat(changes()).isEmpty();
  }

  private JsonNode current() {
    for (JsonNode lease : get("/records/leases?property=1001")) {
      if (lease.path("status").asText().equals("Current")) {
        return lease;
      }
    }
    throw new AssertionError("no current lease");
  }

  private JsonNode get(String path) {
    HttpResponse<String> answer = sandbox.control("GET", path, "");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Visitor.json(answer);
  }

  private HttpResponse<String> post(String path, String body) {
    return sandbox.control("POST", path, body);
  }

  /** Which records were added, changed in fields that are not derived, or removed. */
  private Map<String, String> changes() {
    Map<String, JsonNode> after = everything();
    Map<String, String> changes = new TreeMap<>();
    TreeSet<String> ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    for (String id : ids) {
      if (!after.containsKey(id)) {
        changes.put(id, "removed");
      } else if (!before.containsKey(id)) {
        changes.put(id, "added");
      } else if (!before.get(id).equals(after.get(id))) {
        changes.put(id, "changed");
      }
    }
    return changes;
  }

  private Map<String, JsonNode> everything() {
    Map<String, JsonNode> everything = new LinkedHashMap<>();
    for (RecordKind kind : new RecordKinds().all()) {
      for (JsonNode record : get("/records/" + kind.name())) {
        kind.fields().all().stream()
            .filter(RecordField::derived)
            .forEach(field -> ((ObjectNode) record).remove(field.name()));
        everything.put(kind.name() + "/" + record.path("id").asText(), record);
      }
    }
    return everything;
  }
}
