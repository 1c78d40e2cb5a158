package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The dialog for a new work order. */
class NewWorkOrderTest {

  private static final String MODULE = "customer_work_order_newxxx";

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(2, 20);
  private Visitor manager;

  @BeforeEach
  void logIn() {
    manager = sandbox.visitor().asManager();
  }

  @Test
  void makesAWorkOrderOnlyWhenItIsConfirmed() {
    int before = count();
    OpenDialog dialog = open();
    dialog.step("save_problem", problem());
    assertThat(dialog.shown().select("form#work_order_schedule")).hasSize(1);
    dialog.step(
        "save_schedule",
        Map.of(
            "maintenance_request[scheduled_date]", "11/30/2026",
            "maintenance_request[scheduled_start]", "09:00",
            "maintenance_request[scheduled_end]", "11:30",
            "maintenance_request[permission_to_enter]", "1"));
    dialog.attach("add_attachment", "attachment[file]", "tap.jpg", "image/jpeg", "\u00ff\u00d8x");
    assertThat(dialog.rows("attachment-row")).containsExactly("tap.jpg 3 bytes");
    assertThat(count()).isEqualTo(before);
    dialog.step("confirm_work_order", Map.of("maintenance_request[reference]", "ref-1"));
    assertThat(dialog.confirmation()).isEqualTo("WO-2026-000001");
    JsonNode order = order(dialog.confirmedId());
    assertThat(order.path("status").asText()).isEqualTo("Open");
    assertThat(order.path("scheduledOn").asText()).isEqualTo("2026-11-30");
    assertThat(order.path("scheduledFrom").asText()).isEqualTo("09:00");
    assertThat(order.path("permissionToEnter").asBoolean()).isTrue();
    assertThat(order.at("/attachments/0/name").asText()).isEqualTo("tap.jpg");
    assertThat(order.at("/attachments/0/bytes").asInt()).isEqualTo(3);
    assertThat(order.path("dueOn").asText()).isGreaterThan("2026-11-24");
    assertThat(count()).isEqualTo(before + 1);
  }

  @Test
  void showsItsAttachmentsWithALinkThatDownloadsThem() {
    OpenDialog dialog = open();
    dialog.step("save_problem", problem()).step("save_schedule", Map.of());
    dialog.attach("add_attachment", "attachment[file]", "note.txt", "text/plain", "drip");
    dialog.step("confirm_work_order", Map.of());
    String page =
        "/?module=customer_work_orders_newxxx&action=view_work_order&work_order[id]="
            + dialog.confirmedId();
    var row = Visitor.html(manager.get(page)).select("#tbl_attachments .attachment-row");
    assertThat(row.text()).contains("note.txt", "text/plain", "4");
    HttpResponse<String> file = manager.get(row.select("a").attr("href"));
    assertThat(file.body()).isEqualTo("drip");
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("note.txt");
  }

  @Test
  void isFoundAgainByItsReference() {
    OpenDialog dialog = open();
    dialog.step("save_problem", problem()).step("save_schedule", Map.of());
    dialog.step("confirm_work_order", Map.of("maintenance_request[reference]", "ref-7"));
    var found = search("ref-7").select("tr.activity-row");
    assertThat(found).hasSize(1);
    assertThat(found.attr("data-entity-id")).isEqualTo(dialog.confirmedId());
    assertThat(found.select(".confirmation").text()).isEqualTo(dialog.confirmation());
    assertThat(found.select(".reference").text()).isEqualTo("ref-7");
    assertThat(search("ref").select("tr.activity-row")).hasSize(1);
    assertThat(search("other").select(".no-records")).hasSize(1);
  }

  @Test
  void refusesWordsThatAreNotOfThePropertysPicklists() {
    Map<String, String> form = new HashMap<>(problem());
    form.put("maintenance_request[priority]", "Whenever");
    form.put("maintenance_request[description]", "");
    assertThat(open().refused("save_problem", form))
        .containsOnlyKeys("maintenance_request[priority]", "maintenance_request[description]")
        .hasEntrySatisfying(
            "maintenance_request[priority]", words -> assertThat(words).contains("Whenever"));
  }

  @Test
  void refusesAProblemOfAnotherCategoryAndAUnitOfAnotherProperty() {
    Map<String, String> form = new HashMap<>(problem());
    form.put("maintenance_request[problem]", word("Problem", 3).path("name").asText());
    form.put("maintenance_request[property_unit_id]", "500201");
    assertThat(open().refused("save_problem", form))
        .hasEntrySatisfying(
            "maintenance_request[problem]", words -> assertThat(words).contains("category"))
        .hasEntrySatisfying(
            "maintenance_request[property_unit_id]",
            words -> assertThat(words).contains("not a unit of"));
  }

  @Test
  void refusesAnEndBeforeTheStart() {
    OpenDialog dialog = open().step("save_problem", problem());
    Map<String, String> form =
        Map.of(
            "maintenance_request[scheduled_date]", "11/30/2026",
            "maintenance_request[scheduled_start]", "12:00",
            "maintenance_request[scheduled_end]", "11:00");
    assertThat(dialog.refused("save_schedule", form))
        .containsOnlyKeys("maintenance_request[scheduled_end]");
  }

  @Test
  void takesItsStepsInOrderAndIsGoodForOneConfirmation() {
    OpenDialog dialog = open();
    assertThat(dialog.send("confirm_work_order", Map.of()).statusCode()).isEqualTo(400);
    dialog.step("save_problem", problem()).step("save_schedule", Map.of());
    dialog.step("confirm_work_order", Map.of());
    HttpResponse<String> again = dialog.send("confirm_work_order", Map.of());
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(Visitor.html(again).select("#dialog_closed")).hasSize(1);
    assertThat(sandbox.counters().at("/writesByKind/createWorkOrder").asInt()).isEqualTo(1);
  }

  @Test
  void isNotForRolesThatOnlyLook() {
    Visitor viewer = sandbox.visitor();
    viewer.logIn("viewer@sandbox.test", "viewer-pass");
    var answer = viewer.get("/?module=" + MODULE + "&action=create_work_order&property[id]=1001");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Your role may look at this but not change anything.");
  }

  private OpenDialog open() {
    return OpenDialog.open(manager, MODULE, "create_work_order", "property[id]=1001");
  }

  private Map<String, String> problem() {
    JsonNode problem = word("Problem", 0);
    return Map.of(
        "maintenance_request[property_unit_id]",
        "500001",
        "maintenance_request[type]",
        "Service Request",
        "maintenance_request[category]",
        problem.path("parent").asText(),
        "maintenance_request[priority]",
        word("Priority", 0).path("name").asText(),
        "maintenance_request[problem]",
        problem.path("name").asText(),
        "maintenance_request[description]",
        "It drips");
  }

  private JsonNode word(String kind, int index) {
    int seen = 0;
    for (JsonNode word :
        Visitor.json(sandbox.control("GET", "/records/picklists?property=1001", null))) {
      if (word.path("kind").asText().equals(kind) && seen++ == index) {
        return word;
      }
    }
    throw new AssertionError("no " + kind);
  }

  private org.jsoup.nodes.Document search(String reference) {
    return Visitor.html(
        manager.post(
            "/?module=activity_logxxx&action=search&is_ajax_request=1",
            Map.of("reference", reference)));
  }

  private int count() {
    return Visitor.json(sandbox.control("GET", "/records/work-orders?property=1001", null)).size();
  }

  private JsonNode order(String id) {
    return Visitor.json(sandbox.control("GET", "/records/work-orders/" + id, null));
  }
}
