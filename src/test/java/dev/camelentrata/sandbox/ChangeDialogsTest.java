package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The dialogs that change residents, leads and work orders: what is left out stays. */
class ChangeDialogsTest {

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(1, 20);
  private Visitor manager;
  private LeaseForms forms;

  @BeforeEach
  void logIn() {
    manager = sandbox.visitor().asManager();
    forms = new LeaseForms(sandbox, manager);
  }

  @Test
  void changesAResidentsPhoneAndPreferencesOnly() {
    JsonNode before = forms.first("residents", "status", "Current");
    String id = before.path("id").asText();
    resident(id, "edit_resident")
        .step(
            "confirm_resident",
            Map.of("customer[phone]", "(801) 555-0123", "customer[contact_by]", "Text Message"));
    JsonNode after = forms.record("residents", id);
    assertThat(after.path("phone").asText()).isEqualTo("(801) 555-0123");
    assertThat(after.path("email")).isEqualTo(before.path("email"));
    assertThat(after.at("/preferences/contactBy").asText()).isEqualTo("Text Message");
    assertThat(after.at("/preferences/paperless")).isEqualTo(before.at("/preferences/paperless"));
    assertThat(resident(id, "edit_resident").refused("confirm_resident", bad()))
        .containsEntry("customer[email]", "E-mail must be an e-mail address.");
  }

  private static Map<String, String> bad() {
    return Map.of("customer[email]", "nobody at home");
  }

  @Test
  void invitesThoseWhoAreNotThereYet() {
    JsonNode invited = forms.first("residents", "invite", "Not Invited");
    String id = invited.path("id").asText();
    sandbox.control("PUT", "/records/residents/" + id, "{\"email\": null}");
    assertThat(resident(id, "create_invite").refusals().get("")).contains("no e-mail address");
    sandbox.control("PUT", "/records/residents/" + id, "{\"email\": \"a@example.com\"}");
    resident(id, "create_invite").step("confirm_invite", Map.of());
    assertThat(forms.record("residents", id).path("invite").asText()).isEqualTo("Invited");
    String registered = forms.first("residents", "invite", "Registered").path("id").asText();
    assertThat(resident(registered, "create_invite").refusals().get(""))
        .contains("uses the resident portal already");
  }

  private OpenDialog resident(String id, String action) {
    return OpenDialog.open(manager, "customerxxx", action, "resident[id]=" + id);
  }

  @Test
  void makesALeadThatCanBeReachedAndChangesIt() {
    OpenDialog dialog =
        OpenDialog.open(manager, "applicationsxxx", "create_lead", "property[id]=1001");
    assertThat(dialog.refused("save_lead_contact", contact("")))
        .containsEntry("lead[email]", "An e-mail address or a telephone number is required.");
    dialog.step("save_lead_contact", contact("kit@example.com"));
    dialog.step("confirm_lead", Map.of("lead[budget]", "1,450.00", "lead[bedrooms]", "2"));
    String id = dialog.confirmedId();
    assertThat(forms.record("leads", id).path("status").asText()).isEqualTo("Guest Card Completed");
    lead(id).step("confirm_lead_changes", Map.of("lead[status]", "Application Started"));
    JsonNode after = forms.record("leads", id);
    assertThat(after.path("status").asText()).isEqualTo("Application Started");
    assertThat(after.path("budget").asInt()).isEqualTo(1450);
    assertThat(lead(id).refused("confirm_lead_changes", Map.of("lead[email]", "")))
        .containsKey("lead[email]");
  }

  private OpenDialog lead(String id) {
    return OpenDialog.open(manager, "applicationsxxx", "edit_lead", "lead[id]=" + id);
  }

  private static Map<String, String> contact(String email) {
    return Map.of(
        "lead[first_name]", "Kit",
        "lead[last_name]", "Testwood",
        "lead[email]", email,
        "lead[source]", "Website");
  }

  @Test
  void changesAWorkOrderWithANoteAndAPhoto() {
    String id = forms.first("work-orders", "status", "Completed").path("id").asText();
    OpenDialog dialog = order(id);
    dialog.step(
        "save_work_order_changes",
        Map.of(
            "maintenance_request[status]", "In Progress",
            "maintenance_request[note]", "Part ordered",
            "maintenance_request[scheduled_date]", "12/01/2026"));
    dialog.attach("add_work_order_attachment", "attachment[file]", "a.png", "image/png", "png");
    dialog.step("confirm_work_order_changes", Map.of());
    JsonNode after = forms.record("work-orders", id);
    assertThat(after.path("status").asText()).isEqualTo("In Progress");
    assertThat(after.path("completedOn").isNull()).isTrue();
    assertThat(after.at("/notes/0/by").asText()).isEqualTo("Morgan Ellery");
    assertThat(after.path("attachments")).hasSize(1);
    assertThat(after.path("scheduledOn").asText()).isEqualTo("2026-12-01");
  }

  @Test
  void refusesVendorsThatMayNotWorkAndWordsOfOtherProperties() {
    String id = forms.first("work-orders", "status", "Completed").path("id").asText();
    String held = forms.first("vendors", "status", "On Hold").path("id").asText();
    Map<String, String> form =
        Map.of("maintenance_request[vendor_id]", held, "maintenance_request[priority]", "Whenever");
    assertThat(order(id).refused("save_work_order_changes", form))
        .containsKey("maintenance_request[priority]");
    assertThat(
            order(id)
                .refused("save_work_order_changes", Map.of("maintenance_request[vendor_id]", held)))
        .hasEntrySatisfying(
            "maintenance_request[vendor_id]", words -> assertThat(words).contains("is On Hold"));
  }

  private OpenDialog order(String id) {
    return OpenDialog.open(
        manager, "customer_work_order_newxxx", "edit_work_order", "work_order[id]=" + id);
  }
}
