package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults at the steps of a dialog, and calls that are held back until they are let go. */
class HeldCallsTest {

  private static final Map<String, String> WISHES = Map.of("lead[reference]", "ref-9");

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(1, 5);
  private OpenDialog dialog;

  @BeforeEach
  void openADialog() {
    Visitor manager = sandbox.visitor().asManager();
    dialog =
        OpenDialog.open(manager, "applicationsxxx", "create_lead", "property[id]=1001")
            .step(
                "save_lead_contact",
                Map.of(
                    "lead[first_name]", "Kit",
                    "lead[last_name]", "Testwood",
                    "lead[email]", "kit@example.com",
                    "lead[source]", "Website"));
  }

  @Test
  void carriesAHeldCallOutWhenItIsLetGo() throws Exception {
    CompletableFuture<HttpResponse<String>> confirming = confirmHeld();
    assertThat(activity()).isEmpty();
    int id = held().at("/0/id").asInt();
    assertThat(held().at("/0/action").asText()).isEqualTo("confirm_lead");
    sandbox.control("POST", "/held/" + id + "/release", null);
    assertThat(confirming.get().body()).contains("id=\"confirmation\"");
    assertThat(activity()).hasSize(1);
    assertThat(activity().at("/0/write").asText()).isEqualTo("createLead");
    assertThat(sandbox.counters().path("maxConcurrentRequests").asInt()).isEqualTo(1);
  }

  @Test
  void dropsAHeldCallWithoutCarryingItOut() {
    CompletableFuture<HttpResponse<String>> confirming = confirmHeld();
    sandbox.control("POST", "/held/release", "{\"drop\": true}");
    assertThatThrownBy(confirming::get).isInstanceOf(ExecutionException.class);
    assertThat(activity()).isEmpty();
  }

  @Test
  void losesTheAnswerAfterTheCommit() {
    order("dropped-after-commit");
    assertThatThrownBy(() -> dialog.send("confirm_lead", WISHES)).isNotNull();
    assertThat(activity()).hasSize(1);
  }

  @Test
  void losesTheSessionAtTheConfirmation() {
    order("expired-session");
    assertThat(dialog.send("confirm_lead", WISHES).statusCode()).isEqualTo(302);
    assertThat(activity()).isEmpty();
  }

  private CompletableFuture<HttpResponse<String>> confirmHeld() {
    order("held");
    CompletableFuture<HttpResponse<String>> confirming =
        CompletableFuture.supplyAsync(() -> dialog.send("confirm_lead", WISHES));
    await().until(() -> held().size() == 1);
    return confirming;
  }

  private void order(String kind) {
    String order = "{\"kind\": \"" + kind + "\", \"action\": \"confirm_lead\", \"times\": 1}";
    assertThat(sandbox.control("POST", "/faults", order).statusCode()).isEqualTo(201);
  }

  private JsonNode held() {
    return Visitor.json(sandbox.control("GET", "/held", null));
  }

  private JsonNode activity() {
    return Visitor.json(sandbox.control("GET", "/activity?reference=ref-9", null));
  }
}
