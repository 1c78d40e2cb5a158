package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;

/** Describes for OpenAPI what the operations of the catalogue's resources take and answer. */
final class ResourceDescription {

  private static final String SCHEMAS = "#/components/schemas/";

  private final ResourceCatalog catalog;
  private final ApiResources resources;
  private final ResourceSchema schemas = new ResourceSchema(ResourceSchema.OPENAPI_MONEY);
  private final ResourceExample examples = new ResourceExample();

  ResourceDescription(ResourceCatalog catalog, ApiResources resources) {
    this.catalog = catalog;
    this.resources = resources;
  }

  void addSchemas(ObjectNode components, Scopes scopes) {
    for (Resource resource : catalog.all()) {
      ObjectNode schema = schemas.of(resource);
      schema.set("example", examples.of(resource).put("asOf", "2026-11-24T08:00:00Z"));
      components.set(ResourceSchema.name(resource), schema);
    }
    ObjectNode scope = components.putObject("Scope").put("type", "string");
    scopes.all().forEach(scope.putArray("enum")::add);
  }

  /** Describes the operation if it is of a resource. */
  void describe(ObjectNode described, ApiOperation operation) {
    resources
        .find(operation.id())
        .ifPresent(
            resource -> {
              ObjectNode responses = described.putObject("responses");
              if (resources.isHistory(operation)) {
                content(responses, "What happened to it", SCHEMAS + "EventPage");
              } else {
                mirrored(described, responses, resource, operation);
              }
            });
  }

  private void mirrored(
      ObjectNode described, ObjectNode responses, Resource resource, ApiOperation operation) {
    String name = SCHEMAS + ResourceSchema.name(resource);
    if (operation.paged()) {
      ObjectNode page =
          content(responses, "One page of what the list holds", null).put("type", "object");
      page.putArray("required").add("data").add("nextCursor");
      ObjectNode members = page.putObject("properties");
      members.putObject("data").put("type", "array").putObject("items").put("$ref", name);
      members.putObject("nextCursor").put("$ref", SCHEMAS + "NextCursor");
    } else {
      ObjectNode one = content(responses, "The " + resource.noun(), null).put("type", "object");
      one.putArray("required").add("data");
      one.putObject("properties").putObject("data").put("$ref", name);
    }
    responses
        .putObject("304")
        .put("description", "The caller has this answer already, as `If-None-Match` says");
    ArrayNode parameters = described.withArray("parameters");
    header(
        parameters,
        "Cache-Control",
        "How fresh the answer must be: `max-age=N` (reads the portal first if older than N"
            + " seconds), `no-cache`, `only-if-cached`, `stale-if-error[=N]`",
        "max-age=60, stale-if-error");
    header(
        parameters,
        "If-None-Match",
        "`ETag` of an answer that the caller has; 304 if it is still the same",
        "\"q2fKc3hUuMSM1rj9M0Xh\"");
  }

  private static void header(
      ArrayNode parameters, String name, String description, String example) {
    ObjectNode parameter = parameters.addObject();
    parameter.put("name", name).put("in", "header").put("description", description);
    parameter.put("required", false).putObject("schema").put("type", "string");
    parameter.put("example", example);
  }

  private static ObjectNode content(ObjectNode responses, String description, String reference) {
    ObjectNode response = responses.putObject("200").put("description", description);
    ObjectNode schema =
        response.putObject("content").putObject("application/json").putObject("schema");
    return reference == null ? schema : schema.put("$ref", reference);
  }
}
