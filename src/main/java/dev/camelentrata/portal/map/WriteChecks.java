package dev.camelentrata.portal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * What a JSON Schema cannot say about the writes of a portal map: that each can be found again by
 * its reference, is committed by its last step and speaks only of values that it has.
 */
final class WriteChecks {

  private final Map<String, WriteNames> catalog;
  private final MapFaults faults;
  private final SelectorChecks selectors;

  /**
   * @param catalog by operation; empty where the write catalogue is not at hand, and then names of
   *     values are not checked
   */
  WriteChecks(Map<String, WriteNames> catalog, MapFaults faults) {
    this.catalog = catalog;
    this.faults = faults;
    this.selectors = new SelectorChecks(faults);
  }

  /** Checks the {@code writes} and the {@code references} of one file. */
  void check(JsonNode file) {
    file.path("writes")
        .properties()
        .forEach(
            write ->
                checkWrite(
                    write.getKey(), write.getValue(), FieldPath.of("writes", write.getKey())));
    if (file.path("references").isObject()) {
      checkReferences(file.path("references"), "references");
    }
  }

  private void checkWrite(String operation, JsonNode write, String at) {
    WriteNames names = catalog.get(operation);
    if (names == null && !catalog.isEmpty()) {
      faults.add(
          at,
          "unknown write '"
              + operation
              + "'"
              + Spelling.closest(operation, catalog.keySet())
                  .map(meant -> "; did you mean " + meant + "?")
                  .orElse("")
              + "; allowed here: "
              + String.join(", ", catalog.keySet().stream().sorted().toList()));
    }
    checkPlace(write.path("rejected"), at + ".rejected");
    checkPlace(write.path("result").path("id"), at + ".result.id");
    checkPlace(write.path("result").path("confirmation"), at + ".result.confirmation");
    StepChecks steps = new StepChecks(names, faults, selectors);
    steps.check(write.path("steps"), at + ".steps");
    if (names != null) {
      checkFields(write.path("fields"), at + ".fields", steps.knownFields());
    }
  }

  private void checkFields(JsonNode fields, String at, Set<String> known) {
    fields
        .properties()
        .forEach(
            field -> {
              String meant = field.getValue().asText();
              if (!known.contains(meant)) {
                faults.add(
                    FieldPath.of(at, field.getKey()),
                    "the write has no field '"
                        + meant
                        + "'"
                        + Spelling.closest(meant, known)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("")
                        + "; allowed here: "
                        + String.join(", ", known));
              }
            });
  }

  private void checkReferences(JsonNode references, String at) {
    JsonNode request = references.path("request");
    new RequestChecks(faults).check(request, at + ".request", Set.of("reference"));
    if (request.isObject() && !request.toString().contains("{reference}")) {
      faults.add(
          at + ".request", "the request has no {reference}; put it where the portal searches");
    }
    selectors.check(references.path("rows"), at + ".rows");
    selectors.check(references.path("empty"), at + ".empty");
    for (String part : new String[] {"id", "confirmation", "reference"}) {
      JsonNode place = references.path(part);
      checkPlace(place, at + "." + part);
      if (place.isObject() && !place.has("select") && !place.has("attribute")) {
        faults.add(
            at + "." + part, "needs select, attribute or both, which say where it is in the row");
      }
    }
  }

  private void checkPlace(JsonNode place, String at) {
    selectors.check(place.path("select"), at + ".select");
  }
}
