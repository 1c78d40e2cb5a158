package dev.camelentrata.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Refuses text that no database can hold: with the character U+0000 or with half a character. */
final class StorableCharacters {

  static final String FAULT = "must not contain the character U+0000 or half of a surrogate pair";

  private StorableCharacters() {}

  static boolean in(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** Every place of the body that has such text. */
  static void check(JsonNode node, String pointer, List<FieldError> errors) {
    if (node.isTextual() && !in(node.textValue())) {
      errors.add(FieldError.inBody(pointer, FAULT));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(node.get(i), pointer + "/" + i, errors);
      }
    } else if (node.isObject()) {
      node.fields()
          .forEachRemaining(
              field -> {
                if (in(field.getKey())) {
                  check(field.getValue(), pointer + "/" + field.getKey(), errors);
                } else {
                  errors.add(FieldError.inBody(pointer, "has a field whose name " + FAULT));
                }
              });
    }
  }
}
