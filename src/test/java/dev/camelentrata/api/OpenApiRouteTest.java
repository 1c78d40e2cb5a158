package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.camelentrata.api.ApiServer.Answer;
import dev.camelentrata.model.UnitStatus;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
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
    assertThat(parsed.getOpenAPI().getPaths()).hasSize(8);
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
    assertThat(ids)
        .containsExactlyInAnyOrder(
            "openSession",
            "refreshSession",
            "closeSession",
            "listProperties",
            "getProperty",
            "listUnits",
            "getUnit",
            "listFloorplans");
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
    Map<String, Answer> answers = new TreeMap<>();
    answers.put("/paths/~1properties/get/responses/200", api.get("/properties?limit=1", token));
    answers.put(
        "/paths/~1properties~1{propertyId}/get/responses/200", api.get("/properties/1001", token));
    answers.put(
        "/paths/~1properties~1{propertyId}~1units/get/responses/200",
        api.get("/properties/1001/units", token));
    answers.put("/paths/~1units~1{unitId}/get/responses/200", api.get("/units/u1", token));
    answers.put(
        "/paths/~1properties~1{propertyId}~1floorplans/get/responses/200",
        api.get("/properties/1001/floorplans", token));
    answers.put("/paths/~1sessions/post/responses/201", api.login("robin@example.test"));
    answers.put("/paths/~1properties/get/responses/401", api.get("/properties", null));
    answers.put("/paths/~1properties/get/responses/400", api.get("/properties?x=1", token));

    answers.forEach(
        (response, answer) -> {
          String type = answer.header("Content-Type").replace("/", "~1");
          String pointer = response + "/content/" + type + "/schema";
          assertThat(errors(pointer, answer.json())).as(pointer).isEmpty();
        });
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
