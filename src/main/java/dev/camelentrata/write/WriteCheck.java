package dev.camelentrata.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Checks a body against its write's fields and rules and tells everything that is wrong at once.
 * Safe for use by many threads.
 */
public final class WriteCheck {

  private static final Map<String, String> FORMS =
      Map.of(
          WriteSchema.EMAIL,
          "an e-mail address such as ada@example.com",
          WriteSchema.PHONE,
          "a telephone number such as +1 801 555 0100",
          WriteSchema.DATE,
          "a date such as 2026-11-24",
          WriteSchema.TIME,
          "a time of day such as 09:30",
          WriteSchema.AMOUNT,
          "an amount such as \"1545.00\", with at most two decimals",
          "^[A-Z]{3}$",
          "an ISO 4217 currency such as USD");

  private static final Map<String, String> TYPES =
      Map.of(
          "string", "a text",
          "integer", "a whole number",
          "number", "a number",
          "boolean", "true or false",
          "object", "an object",
          "array", "an array");

  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  /** Everything that is wrong; empty if nothing is. */
  public List<WriteFault> check(Write write, JsonNode body) {
    Schema schema = schemas.computeIfAbsent(write.operation(), name -> schema(write));
    List<WriteFault> faults = new ArrayList<>();
    for (Error error : schema.validate(body)) {
      faults.add(fault(error));
    }
    if (body.isObject()) {
      RuleCheck rules = new RuleCheck(faults);
      rules.fields(write.fields(), body, "");
      rules.rules(write, body);
    }
    return faults;
  }

  private static Schema schema(Write write) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(WriteSchema.of(write));
  }

  private static WriteFault fault(Error error) {
    String pointer = error.getInstanceLocation().toString();
    return switch (error.getKeyword()) {
      case "required" -> new WriteFault(within(pointer, error), "is missing");
      case "additionalProperties" ->
          new WriteFault(within(pointer, error), "is not known here; remove it");
      default -> new WriteFault(pointer, explain(error));
    };
  }

  private static String within(String pointer, Error error) {
    return pointer + "/" + error.getProperty().replace("~", "~0").replace("/", "~1");
  }

  private static String explain(Error error) {
    JsonNode rule = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "type" -> "must be " + TYPES.getOrDefault(rule.asText(), rule.asText());
      case "enum" -> "must be one of " + texts(rule);
      case "pattern" -> "must be " + FORMS.getOrDefault(rule.asText(), "of the right form");
      case "minLength" -> "must not be empty";
      case "maxLength" -> "must have at most " + rule.asText() + " characters";
      case "minimum" -> "must be at least " + rule.asText();
      case "maximum" -> "must be at most " + rule.asText();
      case "minItems" -> "must have at least " + rule.asText() + " element";
      case "maxItems" -> "must have at most " + rule.asText() + " elements";
      default -> error.getMessage();
    };
  }

  private static String texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }
}
