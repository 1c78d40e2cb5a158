package dev.camelentrata.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the tables of the component's documentation, each between {@code <!-- name: start -->} and
 * {@code <!-- name: end -->}, from the metadata that the build generated.
 */
final class ComponentDoc {

  private static final String CATALOG = "META-INF/dev/camelentrata/component/entrata.json";

  private final JsonNode catalog;

  ComponentDoc() throws IOException {
    try (InputStream in = getClass().getClassLoader().getResourceAsStream(CATALOG)) {
      catalog = new ObjectMapper().readTree(in);
    }
  }

  /** The page with its tables written anew. */
  String rewrite(String page) {
    String result = page;
    for (Map.Entry<String, String> table : tables().entrySet()) {
      result = replace(result, table.getKey(), table.getValue());
    }
    return result;
  }

  private Map<String, String> tables() {
    return Map.of(
        "operations", operations(),
        "component options", options("componentProperties", option -> true),
        "endpoint path", options("properties", option -> is(option, "kind", "path")),
        "endpoint options", options("properties", option -> is(option, "kind", "parameter")),
        "headers", headers());
  }

  private static String replace(String page, String name, String table) {
    String start = "<!-- " + name + ": start -->\n";
    String end = "<!-- " + name + ": end -->";
    int from = page.indexOf(start);
    int to = page.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException("the page has no place for the table '" + name + "'");
    }
    return page.substring(0, from + start.length()) + table + page.substring(to);
  }

  private static String operations() {
    List<List<String>> rows = new ArrayList<>();
    for (EntrataOperation operation : EntrataOperation.values()) {
      String type = operation.itemType().getSimpleName();
      rows.add(
          List.of(
              code(operation.operationName()),
              operation.description(),
              operation.parameters().stream()
                  .map(parameter -> code(parameter.option()))
                  .collect(Collectors.joining(", ")),
              code(operation.list() ? "List<" + type + ">" : type)));
    }
    return table(List.of("operation", "what", "needs", "body"), rows);
  }

  private String options(String section, Function<JsonNode, Boolean> wanted) {
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, JsonNode> option : catalog.path(section).properties()) {
      JsonNode facts = option.getValue();
      if (wanted.apply(facts)) {
        rows.add(
            List.of(
                code(option.getKey()) + (is(facts, "required", "true") ? " *required*" : ""),
                facts.path("group").asText(),
                description(facts),
                codeOrNothing(facts.path("defaultValue").asText())));
      }
    }
    return table(List.of("option", "group", "effect", "default"), rows);
  }

  private String headers() {
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, JsonNode> header : catalog.path("headers").properties()) {
      JsonNode facts = header.getValue();
      String type = facts.path("javaType").asText();
      rows.add(
          List.of(
              code(header.getKey()),
              code(type.substring(type.lastIndexOf('.') + 1)),
              facts.path("group").asText(),
              description(facts)));
    }
    return table(List.of("header", "type", "for", "meaning"), rows);
  }

  private static String description(JsonNode facts) {
    StringBuilder text = new StringBuilder(facts.path("description").asText());
    if (facts.has("enum")) {
      List<String> values = new ArrayList<>();
      facts.path("enum").forEach(value -> values.add(code(value.asText())));
      text.append(" One of ").append(String.join(", ", values)).append('.');
    }
    if (is(facts, "secret", "true")) {
      text.append(" Secret: masked wherever the endpoint is printed.");
    }
    if (is(facts, "autowired", "true")) {
      text.append(" Autowired.");
    }
    return text.toString();
  }

  private static boolean is(JsonNode facts, String field, String value) {
    return facts.path(field).asText().equals(value);
  }

  private static String table(List<String> headings, List<List<String>> rows) {
    StringBuilder text = new StringBuilder("\n").append(row(headings));
    text.append(row(Arrays.asList(headings.stream().map(h -> "---").toArray(String[]::new))));
    rows.forEach(cells -> text.append(row(cells)));
    return text.append('\n').toString();
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String codeOrNothing(String text) {
    return text.isEmpty() ? "" : code(text);
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
