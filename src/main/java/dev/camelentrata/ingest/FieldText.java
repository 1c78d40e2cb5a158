package dev.camelentrata.ingest;

import dev.camelentrata.ingest.ReportFeed.FieldSource;
import dev.camelentrata.resource.FieldType;
import dev.camelentrata.resource.ResourceField;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How a field of a resource is written of a row's values. */
final class FieldText {

  private static final String OTHER = "other";
  private static final int MOST_WORDS = 1_000;

  private final ResourceField field;
  private final FieldSource source;
  private final int column;
  private final Map<String, String> words = new HashMap<>();

  FieldText(ResourceField field, FieldSource source, int column) {
    this.field = field;
    this.source = source;
    this.column = column;
    field.values().forEach((value, word) -> words.put(word.toLowerCase(Locale.ROOT), value));
  }

  /** A field that the rows do not tell. */
  static FieldText untold(ResourceField field) {
    return new FieldText(field, null, -1);
  }

  String name() {
    return field.name();
  }

  boolean required() {
    return field.required();
  }

  /** The value as the mirror would say it in one word; null if there is none. */
  String value(String[] values) {
    if (source == null) {
      return null;
    }
    if (source.value() != null) {
      return source.value();
    }
    String value = values[column];
    if (value == null || field.type() != FieldType.ENUM) {
      return value;
    }
    String slug = words.get(value);
    if (slug == null) {
      slug = words.getOrDefault(value.toLowerCase(Locale.ROOT), OTHER);
      if (words.size() < MOST_WORDS) {
        words.put(value, slug);
      }
    }
    return slug;
  }

  /** Writes the value; false if there is none. */
  boolean write(StringBuilder json, String[] values) {
    String value = value(values);
    if (value == null) {
      json.append("null");
    } else {
      switch (field.type()) {
        case INTEGER, DECIMAL, BOOLEAN -> json.append(value);
        case MONEY -> money(json, value);
        default -> JsonText.quoted(json, value);
      }
    }
    if (field.keepsPortalText()) {
      json.append(",\"portalStatus\":");
      if (column < 0 || values[column] == null) {
        json.append("null");
      } else {
        JsonText.quoted(json, values[column]);
      }
    }
    return value != null;
  }

  private void money(StringBuilder json, String amount) {
    String signed = amount;
    if (source.negate() && !isZero(amount)) {
      signed = amount.charAt(0) == '-' ? amount.substring(1) : "-" + amount;
    }
    json.append("{\"amount\":\"").append(signed).append("\",\"currency\":\"USD\"}");
  }

  private static boolean isZero(String amount) {
    return amount.equals("0.00");
  }
}
