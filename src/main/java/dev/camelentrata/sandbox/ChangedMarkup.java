package dev.camelentrata.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Renames headings, CSS classes and JSON keys in a finished answer. */
final class ChangedMarkup {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern HEADING = Pattern.compile("(<th\\b[^>]*>(?:<a\\b[^>]*>)?)([^<]*)");
  private static final Pattern CLASSES = Pattern.compile("(\\bclass=\")([^\"]*)");

  private final Map<String, String> columns;
  private final Map<String, String> classes;
  private final Map<String, String> jsonFields;

  ChangedMarkup(FaultOrder order) {
    columns = order.columns() == null ? Map.of() : order.columns();
    classes = order.classes() == null ? Map.of() : order.classes();
    jsonFields = order.jsonFields() == null ? Map.of() : order.jsonFields();
  }

  Reply apply(Reply reply) {
    if (reply.isJson() && !jsonFields.isEmpty()) {
      return reply.body(renamedJson(reply.body()));
    }
    if (reply.isCsv() && reply.pieces() != null) {
      return reply.pieces(renamedColumns(reply.pieces()));
    }
    if (!reply.isHtml()) {
      return reply;
    }
    String html = replace(HEADING, reply.body(), text -> columns.getOrDefault(text, text));
    return reply.body(
        replace(
            CLASSES,
            html,
            names ->
                Arrays.stream(names.split(" "))
                    .map(name -> classes.getOrDefault(name, name))
                    .collect(Collectors.joining(" "))));
  }

  /** The first piece of a file is its line of headings. */
  private Iterator<String> renamedColumns(Iterator<String> pieces) {
    String headings =
        Arrays.stream(pieces.next().split("(?=,)|(?<=,)|(?=\\r)|(?<=\uFEFF)"))
            .map(text -> columns.getOrDefault(text, text))
            .collect(Collectors.joining());
    return new Iterator<>() {
      private boolean begun;

      @Override
      public boolean hasNext() {
        return !begun || pieces.hasNext();
      }

      @Override
      public String next() {
        if (!begun) {
          begun = true;
          return headings;
        }
        return pieces.next();
      }
    };
  }

  private static String replace(Pattern pattern, String html, UnaryOperator<String> change) {
    return pattern
        .matcher(html)
        .replaceAll(
            (MatchResult m) -> Matcher.quoteReplacement(m.group(1) + change.apply(m.group(2))));
  }

  private String renamedJson(String body) {
    try {
      return JSON.writeValueAsString(renamed(JSON.readTree(body)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the sandbox wrote bad JSON", e);
    }
  }

  private JsonNode renamed(JsonNode node) {
    if (node.isObject()) {
      ObjectNode changed = JSON.createObjectNode();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String name = field.getKey();
        changed.set(jsonFields.getOrDefault(name, name), renamed(field.getValue()));
      }
      return changed;
    }
    if (node.isArray()) {
      ArrayNode changed = JSON.createArrayNode();
      node.forEach(element -> changed.add(renamed(element)));
      return changed;
    }
    return node;
  }
}
