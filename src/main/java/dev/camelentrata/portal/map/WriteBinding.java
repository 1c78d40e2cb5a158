package dev.camelentrata.portal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the checked writes of one or two files into the records of {@link WriteMap}. */
final class WriteBinding {

  private static final String USUAL_TIME_FORMAT = "HH:mm";

  private WriteBinding() {}

  static WriteMap writes(List<YamlTree> files) {
    String timeFormat = MapBinding.text(files.get(0).root(), "timeFormat");
    Map<String, WriteFlow> flows = new LinkedHashMap<>();
    ReferenceSearch references = null;
    for (YamlTree file : files) {
      file.root()
          .path("writes")
          .properties()
          .forEach(w -> flows.put(w.getKey(), flow(w.getKey(), w.getValue(), file.source())));
      if (file.root().hasNonNull("references")) {
        references = references(file.root().get("references"), file.source());
      }
    }
    return new WriteMap(timeFormat == null ? USUAL_TIME_FORMAT : timeFormat, flows, references);
  }

  private static WriteFlow flow(String operation, JsonNode write, String source) {
    JsonNode result = write.path("result");
    return new WriteFlow(
        operation,
        source,
        MapBinding.text(write, "screen"),
        MapBinding.place(write.get("rejected")),
        MapBinding.named(write.path("fields"), (name, value) -> value.asText()),
        MapBinding.list(write.path("steps"), WriteBinding::step),
        MapBinding.optional(result, "id", MapBinding::place),
        MapBinding.optional(result, "confirmation", MapBinding::place));
  }

  private static WriteFlow.Step step(JsonNode step) {
    JsonNode request = step.get("request");
    return new WriteFlow.Step(
        MapBinding.text(step, "name"),
        MapBinding.request(request),
        MapBinding.named(
            request.path("lists"),
            (list, pairs) -> MapBinding.named(pairs, (name, value) -> value.asText())),
        MapBinding.text(step, "each"),
        MapBinding.text(step, "file"),
        step.path("commits").asBoolean(),
        MapBinding.text(step, "expect"),
        MapBinding.named(step.path("keep"), (name, place) -> MapBinding.place(place)));
  }

  private static ReferenceSearch references(JsonNode references, String source) {
    return new ReferenceSearch(
        source,
        MapBinding.text(references, "screen"),
        MapBinding.request(references.get("request")),
        MapBinding.text(references, "rows"),
        MapBinding.text(references, "empty"),
        MapBinding.place(references.get("id")),
        MapBinding.optional(references, "confirmation", MapBinding::place),
        MapBinding.place(references.get("reference")));
  }
}
