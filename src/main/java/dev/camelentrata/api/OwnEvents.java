package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The types of events that tell of the house itself and not of the portal's things. */
final class OwnEvents {

  private OwnEvents() {}

  static List<EventType> types(EventSchema schemas) {
    List<EventType> types = new ArrayList<>();
    for (String state : List.of("succeeded", "failed", "uncertain")) {
      types.add(
          new EventType(
              "submission." + state,
              "submission",
              Scopes.SUBMISSIONS_READ,
              EventType.Change.CHANGED,
              schemas.nothing(),
              submission(state)));
    }
    types.add(webhookEndpoint(schemas, "webhook_endpoint.disabled", disabled()));
    types.add(webhookEndpoint(schemas, "webhook_endpoint.test", test()));
    types.add(
        new EventType(
            "dead_letter.added",
            "dead-letter",
            Scopes.DEAD_LETTERS_READ,
            EventType.Change.ADDED,
            schemas.nothing(),
            deadLetter()));
    for (String what : List.of("found", "resolved")) {
      types.add(
          new EventType(
              "variance." + what,
              "variance",
              Scopes.ACCOUNTING_READ,
              what.equals("found") ? EventType.Change.ADDED : EventType.Change.CHANGED,
              schemas.nothing(),
              variance()));
    }
    return types;
  }

  private static EventType webhookEndpoint(EventSchema schemas, String name, ObjectNode after) {
    return new EventType(
        name,
        "webhook-endpoint",
        Scopes.WEBHOOKS_READ,
        EventType.Change.CHANGED,
        schemas.nothing(),
        after);
  }

  private static ObjectNode disabled() {
    ObjectNode after = JsonNodeFactory.instance.objectNode();
    after.put("type", "object").put("additionalProperties", false);
    after.putArray("required").add("reason").add("disabledAt");
    ObjectNode members = after.putObject("properties");
    members.putObject("reason").putArray("enum").add("gone").add("failing");
    members.putObject("disabledAt").put("type", "string").put("format", "date-time");
    return after;
  }

  private static ObjectNode test() {
    ObjectNode after = JsonNodeFactory.instance.objectNode();
    after.put("type", "object").put("additionalProperties", false);
    after.putArray("required").add("message");
    after.putObject("properties").putObject("message").put("type", "string");
    return after;
  }

  private static ObjectNode deadLetter() {
    ObjectNode after = JsonNodeFactory.instance.objectNode();
    after.put("type", "object").put("additionalProperties", false);
    after
        .putArray("required")
        .add("kind")
        .add("ref")
        .add("route")
        .add("description")
        .add("attempts");
    ObjectNode members = after.putObject("properties");
    members.putObject("kind").put("type", "string");
    members.putObject("ref").put("type", "string");
    members.putObject("route").putArray("type").add("string").add("null");
    members.putObject("description").put("type", "string");
    members.putObject("attempts").put("type", "integer");
    return after;
  }

  private static ObjectNode variance() {
    ObjectNode after = JsonNodeFactory.instance.objectNode();
    after.put("type", "object").put("additionalProperties", false);
    ObjectNode members = after.putObject("properties");
    for (String text : List.of("reconciliationId", "step", "kind", "detail")) {
      members.putObject(text).put("type", "string");
    }
    members.putObject("day").put("type", "string").put("format", "date");
    members.putObject("docNumber").putArray("type").add("string").add("null");
    members.fieldNames().forEachRemaining(after.withArray("required")::add);
    return after;
  }

  private static ObjectNode submission(String state) {
    ObjectNode after = JsonNodeFactory.instance.objectNode();
    after.put("type", "object").put("additionalProperties", false);
    after.putArray("required").add("operation").add("state").add("resultId").add("confirmation");
    ObjectNode members = after.putObject("properties");
    members.putObject("operation").put("type", "string");
    members.putObject("state").put("const", state);
    members.putObject("resultId").putArray("type").add("string").add("null");
    members.putObject("confirmation").putArray("type").add("string").add("null");
    return after;
  }
}
