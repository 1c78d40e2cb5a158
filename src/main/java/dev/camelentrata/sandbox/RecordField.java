package dev.camelentrata.sandbox;

import java.util.List;
import java.util.Locale;

/**
 * A field of a kind of record.
 *
 * @param key its name in the portal's calls, for example {@code move_in_on}
 * @param derived follows from other records
 * @param words the words that it can have; empty if it is no {@link FieldType#WORD}
 * @param inner the fields of an object or of a list's elements; else null
 */
record RecordField(
    String name,
    String key,
    FieldType type,
    boolean derived,
    List<String> words,
    RecordFields inner) {

  RecordField {
    words = List.copyOf(words);
  }

  static RecordField of(
      String name, FieldType type, boolean derived, List<String> words, RecordFields inner) {
    String key = name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    return new RecordField(name, key, type, derived, words, inner);
  }

  /** Its name for people, for example {@code Move In On}. */
  String heading() {
    String spaced = name.replaceAll("([A-Z])", " $1");
    return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
  }

  /** Refuses a value that the field cannot have; null is none. */
  void check(Object value) {
    if (value != null && !type.held.isInstance(value)) {
      throw new IllegalArgumentException(name + " cannot be " + value);
    }
    if (value != null && type == FieldType.WORD && !words.contains(value)) {
      throw new IllegalArgumentException(
          name + " must be one of " + String.join(", ", words) + ", not \"" + value + "\"");
    }
  }
}
