package dev.camelentrata.portal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A YAML file that was held against a JSON Schema; mistakes are told by file, line and field. */
public final class CheckedYaml {

  private final YamlTree tree;

  private CheckedYaml(YamlTree tree) {
    this.tree = tree;
  }

  /**
   * Reads a file and notes what is against its schema.
   *
   * @param source the file's name, for messages
   * @throws PortalMapException if it is not YAML
   */
  public static CheckedYaml read(String source, String text, JsonNode schema) {
    YamlTree tree = YamlTree.parse(source, text);
    PortalMapSchema.of(schema).check(tree.root(), tree.faults());
    return new CheckedYaml(tree);
  }

  public JsonNode root() {
    return tree.root();
  }

  /** The dotted path of a field within another. */
  public static String path(String outer, String key) {
    return FieldPath.of(outer, key);
  }

  /** The path of an element of a list. */
  public static String path(String outer, int index) {
    return FieldPath.of(outer, index);
  }

  /** Notes a mistake that no schema can find. */
  public void fault(String field, String message) {
    tree.faults().add(field, message);
  }

  /**
   * Throws all mistakes together.
   *
   * @throws PortalMapException if there are any
   */
  public void throwIfAny() {
    MapFaults.throwIfAny(List.of(tree.faults()));
  }
}
