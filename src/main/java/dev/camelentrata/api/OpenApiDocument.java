package dev.camelentrata.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.openapi.BeanConfig;
import org.apache.camel.openapi.RestOpenApiReader;

/**
 * The OpenAPI description: paths, parameters and scopes from the REST DSL; schemas of resources
 * from the catalogue; other schemas and texts from {@code openapi.yaml} beside this class; errors
 * from {@link ProblemType}.
 */
final class OpenApiDocument {

  private static final String VERSION = "3.1.0";

  /** Operations of their own kind whose answer says where to ask what became of it. */
  private static final Set<String> LOCATED =
      Set.of(
          "createWebhookEndpoint",
          "sendReport",
          "startReconciliation",
          "testWebhookEndpoint",
          "replayDelivery",
          "replayWebhookEndpoint");

  private final CamelContext camel;
  private final ApiContract contract;
  private final ResourceDescription resources;
  private final WriteDescription writes;
  private final Scopes scopes;
  private final ObjectMapper json = new ObjectMapper();
  private List<RestDefinition> described = List.of();
  private byte[] written;

  OpenApiDocument(
      CamelContext camel,
      ApiContract contract,
      ResourceDescription resources,
      WriteDescription writes,
      Scopes scopes) {
    this.camel = camel;
    this.contract = contract;
    this.resources = resources;
    this.writes = writes;
    this.scopes = scopes;
  }

  /** The description as JSON; made anew when a route file was reloaded. */
  synchronized byte[] write() {
    List<RestDefinition> definitions = List.copyOf(contract.definitions());
    if (!definitions.equals(described)) {
      try {
        written = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(build());
        described = definitions;
      } catch (IOException | ClassNotFoundException e) {
        throw new IllegalStateException("the OpenAPI description could not be made", e);
      }
    }
    return written;
  }

  ObjectNode build() throws IOException, ClassNotFoundException {
    ObjectNode extras = extras();
    ObjectNode document = base();
    JsonNode additions = extras.remove("operations");
    JsonNode parameters = extras.remove("parameters");
    extras.properties().forEach(member -> document.set(member.getKey(), member.getValue()));
    ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
    resources.addSchemas(schemas, scopes);
    writes.addSchemas(schemas);
    ProblemResponses problems = new ProblemResponses(json);
    for (ApiOperation operation : contract.operations()) {
      ObjectNode described =
          (ObjectNode)
              document
                  .path("paths")
                  .path(operation.path())
                  .path(operation.method().toLowerCase(Locale.ROOT));
      described.remove("x-camelContextId");
      refine(described, operation, parameters);
      resources.describe(described, operation);
      writes.describe(described, operation);
      if (additions.has(operation.id())) {
        described.setAll((ObjectNode) additions.get(operation.id()));
      }
      ObjectNode responses = (ObjectNode) described.required("responses");
      responses.forEach(success -> headers((ObjectNode) success, operation));
      problems.addTo(responses, operation);
    }
    return document;
  }

  /** What the REST DSL says, with its members in the usual order. */
  private ObjectNode base() throws IOException, ClassNotFoundException {
    BeanConfig config = new BeanConfig();
    config.setVersion(VERSION);
    OpenAPI described =
        new RestOpenApiReader()
            .read(camel, contract.definitions(), config, camel.getName(), camel.getClassResolver());
    ObjectNode read = (ObjectNode) json.readTree(Json31.mapper().writeValueAsBytes(described));
    ObjectNode document = json.createObjectNode();
    document.put("openapi", VERSION);
    document.putObject("info");
    document.putArray("servers");
    Map<String, JsonNode> tags = new TreeMap<>();
    read.required("tags").forEach(tag -> tags.put(tag.path("name").asText(), tag));
    document.putArray("tags").addAll(tags.values());
    ObjectNode paths = document.putObject("paths");
    Map<String, JsonNode> sorted = new TreeMap<>();
    read.required("paths").properties().forEach(p -> sorted.put(p.getKey(), p.getValue()));
    paths.setAll(sorted);
    return document;
  }

  private static ObjectNode extras() throws IOException {
    try (InputStream file = OpenApiDocument.class.getResourceAsStream("openapi.yaml")) {
      return (ObjectNode) new ObjectMapper(new YAMLFactory()).readTree(file);
    }
  }

  /** Adds ranges, patterns and examples to the parameters that the DSL declares. */
  private static void refine(ObjectNode described, ApiOperation operation, JsonNode refinements) {
    for (JsonNode parameter : described.withArray("parameters")) {
      ObjectNode schema = (ObjectNode) parameter.get("schema");
      String name = parameter.path("name").asText();
      JsonNode refinement =
          refinements.path(
              refinements.has(operation.id() + "." + name) ? operation.id() + "." + name : name);
      refinement.path("schema").properties().forEach(m -> schema.set(m.getKey(), m.getValue()));
      if (schema.path("default").isTextual() && schema.path("type").asText().equals("integer")) {
        schema.put("default", Integer.parseInt(schema.path("default").asText()));
      }
      if (parameter.path("in").asText().equals("path")) {
        ((ObjectNode) parameter).put("required", true);
        schema.put("pattern", "^[A-Za-z0-9_-]{1,64}$");
      }
      if (schema.path("type").asText().equals("array")) {
        ObjectNode items = schema.putObject("items").put("type", "string");
        operation.query().stream()
            .filter(p -> p.name().equals(parameter.path("name").asText()))
            .flatMap(p -> p.allowed().stream())
            .forEach(items.withArray("enum")::add);
        ((ObjectNode) parameter).put("style", "form").put("explode", false);
      }
      if (refinement.has("example")) {
        ((ObjectNode) parameter).set("example", refinement.get("example"));
      }
    }
  }

  private static void headers(ObjectNode success, ApiOperation operation) {
    ObjectNode headers = success.putObject("headers");
    reference(headers, "X-Request-Id", "RequestId");
    reference(headers, "RateLimit-Policy", "RateLimitPolicy");
    reference(headers, "RateLimit", "RateLimit");
    if (operation.paged()) {
      reference(headers, "Link", "Link");
    }
    if (operation.mirrored()) {
      reference(headers, "Age", "Age");
      reference(headers, "ETag", "ETag");
      reference(headers, "Cache-Status", "CacheStatus");
    }
    if (operation.id().equals("startSyncRun")
        || operation.submits()
        || LOCATED.contains(operation.id())) {
      reference(headers, "Location", "Location");
    }
  }

  private static void reference(ObjectNode headers, String name, String component) {
    headers.putObject(name).put("$ref", "#/components/headers/" + component);
  }
}
