package dev.camelentrata.portal.map;

/** Dotted paths of fields in a portal map, as its messages print them. */
final class FieldPath {

  private FieldPath() {}

  static String of(String parent, String key) {
    boolean plain = key.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
    if (!plain) {
      return parent + "['" + key + "']";
    }
    return parent.isEmpty() ? key : parent + "." + key;
  }

  static String of(String parent, int index) {
    return parent + "[" + index + "]";
  }
}
