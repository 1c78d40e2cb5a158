package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.write.Write;
import dev.camelentrata.write.WriteCatalog;
import dev.camelentrata.write.WriteSchema;

/** Describes for OpenAPI what requests to write take and answer, from the catalogue of writes. */
final class WriteDescription {

  private static final String SCHEMAS = "#/components/schemas/";

  private final WriteCatalog writes;

  WriteDescription(WriteCatalog writes) {
    this.writes = writes;
  }

  void addSchemas(ObjectNode components) {
    for (Write write : writes.all()) {
      ObjectNode schema = WriteSchema.of(write);
      schema.put("description", write.summary());
      components.set(name(write), schema);
      if (write.bulk() != null) {
        components.set(name(write) + "Item", item(write));
      }
    }
  }

  private static ObjectNode item(Write write) {
    ObjectNode item = WriteSchema.of(write);
    item.put("description", "One of many: " + write.summary());
    ((ObjectNode) item.get("properties"))
        .putObject(write.idName())
        .put("type", "string")
        .put("description", "The portal's id of what changes");
    item.putArray("required").add(write.idName());
    return item;
  }

  /** Describes the operation if it takes writes. */
  void describe(ObjectNode described, ApiOperation operation) {
    writes.find(operation.id()).ifPresent(write -> one(described, write));
    writes.all().stream()
        .filter(write -> operation.path().equals(write.bulk()))
        .forEach(write -> many(described, write));
  }

  private static void one(ObjectNode described, Write write) {
    headers(described);
    body(described).put("$ref", SCHEMAS + name(write));
    ObjectNode responses = described.putObject("responses");
    answer(
        responses,
        write.creates() ? "201" : "200",
        (write.creates() ? "It was made" : "It was done")
            + " within the time of `Prefer: wait`; `Location` is what it is about");
    answer(
        responses, "202", "It was taken; `Location` is the submission, which tells how it stands");
  }

  private static void many(ObjectNode described, Write write) {
    headers(described);
    ObjectNode body = body(described).put("type", "object");
    body.putArray("required").add("items");
    body.put("additionalProperties", false);
    ObjectNode items = body.putObject("properties").putObject("items");
    items.put("type", "array").put("minItems", 1).put("maxItems", 100);
    items.putObject("items").put("$ref", SCHEMAS + name(write) + "Item");
    ObjectNode responses = described.putObject("responses");
    results(responses, "200", "All of them have ended; one result for each, in the same order");
    results(responses, "202", "All good ones were taken; one result for each, in the same order");
  }

  private static void headers(ObjectNode described) {
    ArrayNode parameters = described.withArray("parameters");
    ObjectNode key = parameters.addObject();
    key.put("name", "Idempotency-Key").put("in", "header").put("required", true);
    key.put(
        "description",
        "New for each thing to be written, the same when a request is repeated; kept for 7 days");
    key.putObject("schema").put("type", "string").put("minLength", 1).put("maxLength", 257);
    key.put("example", "8e03978e-40d5-43dd-bc93-6894a57f9324");
    ObjectNode prefer = parameters.addObject();
    prefer.put("name", "Prefer").put("in", "header").put("required", false);
    prefer.put("description", "`wait=N`: how many seconds, up to 60, to wait for the end");
    prefer.putObject("schema").put("type", "string");
    prefer.put("example", "wait=20");
  }

  private static ObjectNode body(ObjectNode described) {
    ObjectNode body = described.putObject("requestBody").put("required", true);
    return body.putObject("content").putObject("application/json").putObject("schema");
  }

  private static void answer(ObjectNode responses, String status, String description) {
    ObjectNode schema = content(responses, status, description);
    schema.putObject("properties").putObject("data").put("$ref", SCHEMAS + "Submission");
  }

  private static void results(ObjectNode responses, String status, String description) {
    ObjectNode schema = content(responses, status, description);
    schema
        .putObject("properties")
        .putObject("data")
        .put("type", "array")
        .putObject("items")
        .put("$ref", SCHEMAS + "BulkResult");
  }

  private static ObjectNode content(ObjectNode responses, String status, String description) {
    ObjectNode response = responses.putObject(status).put("description", description);
    ObjectNode schema =
        response.putObject("content").putObject("application/json").putObject("schema");
    schema.put("type", "object").putArray("required").add("data");
    return schema;
  }

  private static String name(Write write) {
    String operation = write.operation();
    return Character.toUpperCase(operation.charAt(0)) + operation.substring(1);
  }
}
