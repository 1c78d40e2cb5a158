package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.camelentrata.accounting.reconcile.VarianceKind;
import dev.camelentrata.api.ApiServer.Answer;
import dev.camelentrata.ingest.IngestState;
import dev.camelentrata.model.UnitStatus;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.webhook.DeliveryState;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The OpenAPI description: valid, complete, and true to what the API answers. */
class OpenApiRouteTest {

  private static ApiServer api;
  private static JsonNode document;

  @BeforeAll
  static void start() {
    api = ApiServer.start();
    document = api.get("/openapi.json", null).json();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void isAValidDescription() {
    SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(document.toString());

    assertThat(parsed.getMessages()).isEmpty();
    assertThat(parsed.getOpenAPI().getPaths()).hasSizeGreaterThan(70);
  }

  @Test
  void describesEveryOperationInFull() {
    List<String> ids = new ArrayList<>();
    for (ApiOperation operation : new ApiContract(api.camel()).operations()) {
      JsonNode described =
          document
              .path("paths")
              .path(operation.path())
              .path(operation.method().toLowerCase(Locale.ROOT));
      ids.add(described.path("operationId").asText());
      assertThat(described.path("summary").asText()).as(operation.id()).isNotBlank();
      assertThat(described.path("tags")).hasSize(1);
      assertThat(described.path("security").isEmpty()).isEqualTo(!operation.secured());
      for (JsonNode parameter : described.path("parameters")) {
        assertThat(parameter.path("description").asText()).as(parameter.toString()).isNotBlank();
        assertThat(parameter.path("schema").has("type")).as(parameter.toString()).isTrue();
      }
      for (ProblemType problem : ProblemResponses.of(operation)) {
        assertThat(
                described
                    .path("responses")
                    .path(String.valueOf(problem.status()))
                    .path("content")
                    .has("application/problem+json"))
            .as(operation.id() + " " + problem)
            .isTrue();
      }
    }
    List<String> expected =
        new ArrayList<>(List.of("openSession", "refreshSession", "closeSession"));
    expected.addAll(List.of("listEvents", "listEventTypes", "getFreshness", "listLeaseLedger"));
    expected.addAll(List.of("listSyncRuns", "getSyncRun", "startSyncRun"));
    expected.addAll(List.of("listSubmissions", "getSubmission", "cancelSubmission"));
    expected.addAll(List.of("listDeadLetters", "getDeadLetter", "discardDeadLetter"));
    expected.addAll(List.of("replayDeadLetter", "replayDeadLetters"));
    expected.addAll(List.of("listIngestRuns", "getIngestRun", "listReportRows", "sendReport"));
    expected.addAll(List.of("updateResidents", "previewLease"));
    expected.addAll(List.of("listWebhookEndpoints", "getWebhookEndpoint", "createWebhookEndpoint"));
    expected.addAll(List.of("updateWebhookEndpoint", "deleteWebhookEndpoint"));
    expected.addAll(List.of("rotateWebhookSecret", "getWebhookPublicKey", "testWebhookEndpoint"));
    expected.addAll(List.of("listDeliveries", "getDelivery", "replayDelivery"));
    expected.addAll(List.of("replayWebhookEndpoint", "getWebhookReplay"));
    expected.addAll(List.of("listAccountingConnections", "getAccountingConnection"));
    expected.addAll(List.of("createAccountingConnection", "completeAccountingConnection"));
    expected.add("deleteAccountingConnection");
    expected.addAll(List.of("startReconciliation", "listReconciliations", "getReconciliation"));
    expected.addAll(List.of("listReconciliationVariances", "downloadVariances"));
    expected.addAll(List.of("listVariances", "getVariance", "updateVariance", "repairVariance"));
    expected.addAll(List.of("listPostings", "getPosting"));
    expected.addAll(List.of("listStoppedPostings", "previewPostings"));
    api.writes.all().forEach(write -> expected.add(write.operation()));
    expected.addAll(List.of("announceUpload", "putUploadContent"));
    expected.addAll(List.of("announceDownload", "downloadDocument"));
    for (Resource resource : api.catalog.all()) {
      expected.addAll(List.of(resource.list(), resource.get(), resource.get() + "History"));
    }
    assertThat(ids).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(document.path("components").path("schemas").has("Unit")).isTrue();
    assertThat(document.path("paths").findValues("x-camelContextId")).isEmpty();
  }

  @Test
  void tellsRangesAndEnumerationsOfParameters() {
    Map<String, JsonNode> schemas = new TreeMap<>();
    document
        .at("/paths/~1properties~1{propertyId}~1units/get/parameters")
        .forEach(p -> schemas.put(p.path("name").asText(), p.path("schema")));

    assertThat(schemas.get("limit").toString())
        .contains("\"type\":\"integer\"", "\"minimum\":1", "\"maximum\":500", "\"default\":100");
    List<String> statuses = new ArrayList<>();
    schemas.get("status").path("items").path("enum").forEach(s -> statuses.add(s.asText()));
    assertThat(statuses)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(UnitStatus.values()).map(UnitStatus::slug).toList());
    assertThat(schemas.get("availableBefore").path("format").asText()).isEqualTo("date");
  }

  @Test
  void isTrueToWhatTheApiAnswers() {
    String token = api.token();
    api.events.add("unit.removed", "unit", "u9", "{\"number\":\"9\"}", null);
    api.runs.add("units", "partial", List.of("1002"));
    api.webhooks.deliver("whe_1", DeliveryState.DEAD);
    api.deadLetters.open("1001");
    api.ingests.add("sandbox", "ing_1", IngestState.REFUSED);
    api.connections.connect("Oak Holdings LLC");
    api.variances.add("1001", VarianceKind.MISSING);
    api.journal.post("1001", "900.00");
    api.journal.stop("1001");
    Map<String, Answer> answers = new TreeMap<>();
    answers.put("/paths/~1properties~1{propertyId}~1leads/post/responses/202", lead(token));
    String endpoint = "/webhook-endpoints/whe_1";
    answers.put(
        "/paths/~1webhook-endpoints/post/responses/201",
        api.send(
            "POST",
            "/webhook-endpoints",
            token,
            "{\"url\": \"https://hooks.example.com\", \"types\": [\"*\"]}"));
    answers.put(
        "/paths/~1webhook-endpoints~1{webhookEndpointId}~1replay/post/responses/202",
        api.send(
            "POST",
            endpoint + "/replay",
            token,
            "{\"from\": \"" + api.clock.instant().minusSeconds(60) + "\"}"));
    answers.put(
        "/paths/~1webhook-endpoints~1{webhookEndpointId}~1test/post/responses/202",
        api.send("POST", endpoint + "/test", token, null));
    answers.put(
        "/paths/~1accounting~1connections/post/responses/201",
        api.send("POST", "/accounting/connections", token, "{\"system\": \"xero\"}"));
    for (ApiOperation operation : new ApiContract(api.camel()).operations()) {
      if (operation.method().equals("GET") && operation.secured()) {
        api.clock.advance(Duration.ofSeconds(10));
        String path = path(operation);
        Answer answer = api.get(path, token);
        assertThat(answer.status()).as(path + " " + answer.http().body()).isEqualTo(200);
        if (path.endsWith(".csv")) {
          assertThat(answer.header("Content-Type")).startsWith("text/csv");
          continue;
        }
        assertThat(answer.json().path("data").isEmpty()).as(path).isFalse();
        answers.put("/paths/" + operation.path().replace("/", "~1") + "/get/responses/200", answer);
      }
    }
    answers.put(
        "/paths/~1reconciliations/post/responses/202",
        api.send("POST", "/reconciliations", token, "{\"date\": \"2026-11-27\"}"));
    answers.put(
        "/paths/~1variances~1{varianceId}/patch/responses/200",
        api.send("PATCH", "/variances/var_1", token, "{\"state\": \"open\"}"));
    answers.put(
        "/paths/~1variances~1{varianceId}~1repair/post/responses/202",
        api.send("POST", "/variances/var_1/repair", token, null));
    answers.put("/paths/~1sessions/post/responses/201", api.login("robin@example.test"));
    answers.put(
        "/paths/~1sync-runs/post/responses/202",
        api.send("POST", "/sync-runs", token, "{\"resource\": \"*\"}"));
    answers.put(
        "/paths/~1documents~1{documentId}~1downloads/post/responses/201",
        api.send("POST", "/documents/document-1/downloads", token, null));
    answers.put("/paths/~1properties/get/responses/401", api.get("/properties", null));
    answers.put("/paths/~1properties/get/responses/400", api.get("/properties?x=1", token));

    answers.forEach(
        (response, answer) -> {
          String type = answer.header("Content-Type").replace("/", "~1");
          String pointer = response + "/content/" + type + "/schema";
          assertThat(errors(pointer, answer.json())).as(pointer).isEmpty();
        });
  }

  private static Answer lead(String token) {
    return api.send(
        api.request("/properties/1001/leads")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "lead-1")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"firstName\": \"Ada\", \"lastName\": \"Example\","
                        + " \"email\": \"ada@example.test\", \"source\": \"Website\"}")));
  }

  /** An address of the operation at which the fakes have something. */
  private static String path(ApiOperation operation) {
    String path = operation.path().replace("{propertyId}", "1001");
    path = path.replace("{unitId}", path.endsWith("history") ? "u9" : "u1");
    path = path.replace("{floorplanId}", "f1").replace("{syncRunId}", "run_1");
    path = path.replace("{submissionId}", "sub_1").replace("{deadLetterId}", "dl_1");
    path = path.replace("{webhookEndpointId}", "whe_1").replace("{deliveryId}", "dlv_1");
    path = path.replace("{replayId}", "rpl_1").replace("{ingestRunId}", "ing_1");
    path = path.replace("{varianceId}", "var_1");
    path = path.replace("{reconciliationId}", "rec_1");
    path = path.replace("{connectionId}", "acn_1");
    path = path.replace("{reference}", api.journal.reference());
    path = path.replace("/preview", "/preview?propertyId=1001&from=2026-11-01&to=2026-11-30");
    for (Resource resource : api.catalog.all()) {
      path =
          path.replace("{" + ApiResources.idParameter(resource) + "}", resource.singular() + "-1");
    }
    if (path.endsWith("/history") && !path.contains("u9")) {
      String[] parts = path.split("/", -1);
      String entity =
          api.catalog.all().stream()
              .filter(resource -> resource.name().equals(parts[1]))
              .map(Resource::singular)
              .findFirst()
              .orElseThrow();
      api.events.add(entity.replace('-', '_') + ".created", entity, parts[2], null, "{}");
    }
    return path;
  }

  @Test
  void givesExamplesThatFitTheirSchemas() {
    document
        .path("components")
        .path("schemas")
        .properties()
        .forEach(
            schema -> {
              if (schema.getValue().has("example")) {
                String pointer = "/components/schemas/" + schema.getKey();
                assertThat(errors(pointer, schema.getValue().get("example"))).isEmpty();
              }
            });
    document
        .at("/paths/~1sessions/post/requestBody/content/application~1json/examples")
        .forEach(
            example ->
                assertThat(errors("/components/schemas/OpenSession", example.path("value")))
                    .isEmpty());
  }

  @Test
  void servesAReferencePageWithoutForeignAssets() {
    Answer page = api.get("/docs", null);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'self'");
    assertThat(page.http().body()).doesNotContain("http://", "https://");
    for (String asset :
        List.of("swagger-ui.css", "swagger-ui-bundle.js", "start.js", "favicon-32x32.png")) {
      assertThat(api.get("/docs/" + asset, null).status()).as(asset).isEqualTo(200);
    }
    assertThat(api.get("/docs/index.html", null).problem()).isEqualTo("unknown-path");
    assertThat(api.get("/", null).header("Location")).isEqualTo("/docs");
  }

  /** Checks a value against a schema of the document, with the document's own references. */
  private static List<Error> errors(String pointer, JsonNode value) {
    com.fasterxml.jackson.databind.node.ObjectNode root = document.deepCopy();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$ref", "#" + pointer.replace("{", "%7B").replace("}", "%7D"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(root.toString())
        .validate(value.toString(), com.networknt.schema.InputFormat.JSON);
  }
}
