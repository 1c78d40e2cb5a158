package dev.camelentrata.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the fields of a JSON object strictly and collects everything that is wrong. */
final class FieldReader {

  private final ObjectNode object;
  private final String pointer;
  private final List<FieldError> errors;
  private final Set<String> known = new LinkedHashSet<>();

  FieldReader(ObjectNode object, String pointer, List<FieldError> errors) {
    this.object = object;
    this.pointer = pointer;
    this.errors = errors;
  }

  boolean has(String name) {
    return object.has(name);
  }

  /** A text of at most so many characters; null, and an error noted, if it is anything else. */
  String text(String name, int longest) {
    known.add(name);
    JsonNode value = object.get(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      return wrong(name, "must be a string");
    }
    String text = value.textValue();
    if (text.isBlank()) {
      return wrong(name, "must not be empty");
    }
    if (text.length() > longest) {
      return wrong(name, "must not be longer than " + longest + " characters");
    }
    return text;
  }

  /** A text that must also fit a pattern, described in words. */
  String text(String name, int longest, Pattern pattern, String description) {
    String text = text(name, longest);
    return text == null || pattern.matcher(text).matches()
        ? text
        : wrong(name, "must be " + description);
  }

  /** The same, with an error noted if the field is absent. */
  <T> T required(String name, T value) {
    if (!has(name)) {
      wrong(name, "is missing");
    }
    return value;
  }

  /** A whole number of at least 1; null, and an error noted, if it is anything else. */
  Long count(String name) {
    known.add(name);
    JsonNode value = object.get(name);
    if (value == null) {
      return null;
    }
    if (value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 1) {
      return value.longValue();
    }
    wrong(name, "must be a whole number, at least 1");
    return null;
  }

  /** The reader of a nested object; null if it is absent or no object. */
  FieldReader object(String name) {
    known.add(name);
    JsonNode value = object.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof ObjectNode nested) {
      return new FieldReader(nested, pointer + "/" + name, errors);
    }
    wrong(name, "must be an object");
    return null;
  }

  /** A list of texts of a closed set; all of the set if it is absent. */
  Set<String> texts(String name, List<String> allowed) {
    known.add(name);
    JsonNode value = object.get(name);
    if (value == null) {
      return Set.copyOf(allowed);
    }
    if (!value.isArray() || value.isEmpty()) {
      wrong(name, "must be an array with at least one of " + String.join(", ", allowed));
      return Set.of();
    }
    Set<String> texts = new LinkedHashSet<>();
    for (int i = 0; i < value.size(); i++) {
      if (value.get(i).isTextual() && allowed.contains(value.get(i).textValue())) {
        texts.add(value.get(i).textValue());
      } else {
        wrong(name + "/" + i, "must be one of " + String.join(", ", allowed));
      }
    }
    return texts;
  }

  /** Whether the field is there and null, which clears it. */
  boolean cleared(String name) {
    known.add(name);
    return object.path(name).isNull();
  }

  /** True or false; null if it is absent. */
  Boolean flag(String name) {
    known.add(name);
    JsonNode value = object.get(name);
    if (value != null && !value.isBoolean()) {
      wrong(name, "must be true or false");
      return null;
    }
    return value == null ? null : value.booleanValue();
  }

  /** A whole number within these bounds; null if it is absent. */
  Integer integer(String name, int least, int most) {
    known.add(name);
    JsonNode value = object.get(name);
    if (value == null) {
      return null;
    }
    if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
      wrong(name, "must be a whole number from " + least + " to " + most);
      return null;
    }
    return value.intValue();
  }

  /** One to so many texts; null if they are absent. */
  List<String> list(String name, int most) {
    known.add(name);
    JsonNode value = object.get(name);
    if (value == null) {
      return null;
    }
    if (!value.isArray() || value.isEmpty() || value.size() > most) {
      wrong(name, "must be an array of 1 to " + most + " strings");
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      if (value.get(i).isTextual() && !value.get(i).textValue().isBlank()) {
        texts.add(value.get(i).textValue());
      } else {
        wrong(name + "/" + i, "must be a string");
      }
    }
    return texts;
  }

  /** An object of at most so many texts; null if it is absent. */
  Map<String, String> pairs(String name, int most) {
    known.add(name);
    JsonNode value = object.get(name);
    if (value == null) {
      return null;
    }
    if (!value.isObject() || value.size() > most) {
      wrong(name, "must be an object of at most " + most + " strings");
      return null;
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    value
        .properties()
        .forEach(
            pair -> {
              if (pair.getValue().isTextual()) {
                pairs.put(pair.getKey(), pair.getValue().textValue());
              } else {
                wrong(name + "/" + pair.getKey(), "must be a string");
              }
            });
    return pairs;
  }

  /** Notes an error at a field. */
  String wrong(String name, String detail) {
    errors.add(FieldError.inBody(pointer + "/" + name, detail));
    return null;
  }

  /** Notes every field that nobody asked for; to be called last. */
  void refuseOthers() {
    List<String> others = new ArrayList<>();
    object.fieldNames().forEachRemaining(others::add);
    others.removeAll(known);
    for (String other : others) {
      String escaped = other.replace("~", "~0").replace("/", "~1");
      wrong(escaped, "is unknown; allowed are " + String.join(", ", known));
    }
  }
}
