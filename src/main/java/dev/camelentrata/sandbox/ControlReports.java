package dev.camelentrata.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what the control API is told to drop or to send. */
final class ControlReports {

  private final SandboxState state;

  ControlReports(SandboxState state) {
    this.state = state;
  }

  /** Drops reports, by {@code {"reports": […], "format": "csv", "properties": ["1001"]}}. */
  Map<String, List<String>> drop(JsonNode sent) {
    return Map.of("files", drops().drop(names(sent), format(sent), properties(sent)));
  }

  /** The same by mail. */
  Map<String, List<String>> mail(JsonNode sent) {
    if (!drops().mails()) {
      throw new IllegalArgumentException("set entrata.sandbox.mail.host and the options beside it");
    }
    return Map.of("files", drops().send(names(sent), format(sent), properties(sent)));
  }

  private ReportDrops drops() {
    return state.drops.orElseThrow(
        () -> new IllegalArgumentException("this sandbox has no folder to drop reports into"));
  }

  private List<String> names(JsonNode sent) {
    ControlApi.only(sent, Set.of("reports", "format", "properties"));
    List<String> names = texts(sent.path("reports"), "reports");
    for (String name : names) {
      if (!drops().names().contains(name)) {
        throw new IllegalArgumentException(
            "there is no report " + name + "; there are " + String.join(", ", drops().names()));
      }
    }
    return names.isEmpty() ? drops().names() : names;
  }

  private static String format(JsonNode sent) {
    String format = sent.path("format").asText("csv");
    if (!ReportDrops.FORMATS.contains(format)) {
      throw new IllegalArgumentException(
          "format must be one of " + String.join(", ", ReportDrops.FORMATS));
    }
    return format;
  }

  private List<SandboxProperty> properties(JsonNode sent) {
    List<String> ids = texts(sent.path("properties"), "properties");
    if (ids.isEmpty()) {
      return state.content.properties();
    }
    return ids.stream()
        .map(
            id ->
                state
                    .content
                    .property(id)
                    .orElseThrow(() -> new IllegalArgumentException("there is no property " + id)))
        .toList();
  }

  private static List<String> texts(JsonNode list, String name) {
    if (!list.isMissingNode() && !list.isArray()) {
      throw new IllegalArgumentException(name + " must be a list of texts");
    }
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
