package dev.camelentrata.portal.map;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Placeholders such as {@code {propertyId}} or {@code {window.day}} in a portal map's values. */
public final class Placeholders {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*(?:\\.[A-Za-z][A-Za-z0-9]*)*)}");

  private Placeholders() {}

  /** Calls back with the name of each placeholder in the text. */
  public static void each(String text, Consumer<String> name) {
    if (text.indexOf('{') >= 0) {
      PLACEHOLDER.matcher(text).results().forEach(found -> name.accept(found.group(1)));
    }
  }

  /**
   * The text with its placeholders replaced.
   *
   * @param encode applied to each value put in
   * @throws IllegalArgumentException if a value is missing, naming the placeholder
   */
  public static String fill(String text, Map<String, String> values, UnaryOperator<String> encode) {
    if (text.indexOf('{') < 0) {
      return text;
    }
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> {
              String value = values.get(found.group(1));
              if (value == null) {
                throw new IllegalArgumentException(
                    "the portal map's placeholder {"
                        + found.group(1)
                        + "} has no value; give the parameter "
                        + found.group(1));
              }
              return Matcher.quoteReplacement(encode.apply(value));
            });
  }

  /**
   * The text with its placeholders replaced; empty if one of them has no value.
   *
   * @param values gives null for what has no value
   */
  public static Optional<String> fillIfKnown(String text, UnaryOperator<String> values) {
    if (text.indexOf('{') < 0) {
      return Optional.of(text);
    }
    Matcher placeholders = PLACEHOLDER.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (placeholders.find()) {
      String value = values.apply(placeholders.group(1));
      if (value == null) {
        return Optional.empty();
      }
      placeholders.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return Optional.of(placeholders.appendTail(filled).toString());
  }
}
