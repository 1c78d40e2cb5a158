package dev.camelentrata.portal.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML file as a JSON tree in which aliases and merges ({@code <<}) are written out, and the line
 * of each of its fields. Keys that are given twice are refused.
 */
final class YamlTree {

  private static final int MAX_NODES = 50_000;
  private static final int MAX_DEPTH = 40;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String source;
  private final Map<String, Integer> lines = new HashMap<>();
  private final MapFaults faults;
  private final JsonNode root;
  private int nodes;
  private int depth;

  private YamlTree(String source, Node document) {
    this.source = source;
    this.faults = new MapFaults(source, lines);
    this.root = document == null ? JSON.objectNode() : convert(document, "");
  }

  /** Parses the text; throws {@link PortalMapException} if it is not well-formed YAML. */
  static YamlTree parse(String source, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(200);
    options.setNestingDepthLimit(30);
    try {
      Node document = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      return new YamlTree(source, document);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw broken(source, line, "this is not valid YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw broken(source, 1, "this is not valid YAML: " + e.getMessage());
    }
  }

  String source() {
    return source;
  }

  JsonNode root() {
    return root;
  }

  MapFaults faults() {
    return faults;
  }

  private JsonNode convert(Node node, String path) {
    if (++nodes > MAX_NODES || depth > MAX_DEPTH) {
      throw broken(
          source,
          lineOf(node),
          "the file grows too large or too deep with its aliases written out");
    }
    depth++;
    JsonNode converted = written(node, path);
    depth--;
    return converted;
  }

  private JsonNode written(Node node, String path) {
    if (node instanceof MappingNode mapping) {
      ObjectNode object = JSON.objectNode();
      fill(object, mapping, path, new HashSet<>());
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JSON.arrayNode();
      for (Node element : sequence.getValue()) {
        String at = FieldPath.of(path, array.size());
        lines.put(at, lineOf(element));
        array.add(convert(element, at));
      }
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private void fill(ObjectNode object, MappingNode mapping, String path, Set<Node> merging) {
    if (!merging.add(mapping)) {
      throw broken(source, lineOf(mapping), "this mapping merges itself");
    }
    Set<String> own = new HashSet<>();
    for (NodeTuple entry : mapping.getValue()) {
      if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
        continue;
      }
      String key = key(entry);
      String at = FieldPath.of(path, key);
      if (!own.add(key)) {
        faults.add(lineOf(entry.getKeyNode()), at, "this key is given twice; keep one of them");
      } else if (!object.has(key)) {
        lines.put(at, lineOf(entry.getKeyNode()));
        object.set(key, convert(entry.getValueNode(), at));
      }
    }
    for (NodeTuple entry : mapping.getValue()) {
      if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
        merge(object, entry.getValueNode(), path, merging);
      }
    }
    merging.remove(mapping);
  }

  private void merge(ObjectNode object, Node value, String path, Set<Node> merging) {
    if (value instanceof MappingNode mapping) {
      fill(object, mapping, path, merging);
    } else if (value instanceof SequenceNode sequence) {
      sequence.getValue().forEach(each -> merge(object, each, path, merging));
    } else {
      throw broken(source, lineOf(value), "<< takes an alias of a mapping, or a list of them");
    }
  }

  private String key(NodeTuple entry) {
    if (entry.getKeyNode() instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw broken(source, lineOf(entry.getKeyNode()), "a key must be a text");
  }

  private static JsonNode scalar(ScalarNode node) {
    String text = node.getValue();
    if (node.getTag().equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (node.getTag().equals(Tag.BOOL)) {
      return JSON.booleanNode(Set.of("true", "yes", "on").contains(text.toLowerCase(Locale.ROOT)));
    }
    if (node.getTag().equals(Tag.INT) && text.matches("-?(0|[1-9][0-9]{0,17})")) {
      return JSON.numberNode(Long.parseLong(text));
    }
    return JSON.textNode(text);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static PortalMapException broken(String source, int line, String message) {
    return new PortalMapException(List.of(new MapFault(source, line, "", message)));
  }
}
