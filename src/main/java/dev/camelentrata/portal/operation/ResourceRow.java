package dev.camelentrata.portal.operation;

import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceField;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the catalogue's values of a row: enums of the portal's words, slugs, months. */
final class ResourceRow {

  private static final Pattern MONTH = Pattern.compile("(0?[1-9]|1[0-2])/([0-9]{4})");
  private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
  private static final Pattern SMALL_WORDS = Pattern.compile("\\b(?:and|in|of|the|a|an|unit)\\b");

  private ResourceRow() {}

  static Map<String, Object> fields(Resource resource, Row row) {
    return fields(resource.fields(), row);
  }

  private static Map<String, Object> fields(List<ResourceField> fields, Row row) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (ResourceField field : fields) {
      Object value = field.computed() ? null : value(field, row);
      if (value == null && field.required()) {
        throw row.drift(field.name(), "it is required and empty");
      }
      values.put(field.name(), value);
      if (field.keepsPortalText()) {
        values.put("portalStatus", row.text(field.name()));
      }
    }
    return values;
  }

  private static Object value(ResourceField field, Row row) {
    return switch (field.type()) {
      case ENUM -> enumerated(field, row.text(field.name()));
      case SLUG -> slug(row.text(field.of()));
      case MONTH -> month(field, row);
      case DECIMAL -> row.decimal(field.name());
      case TEXTS -> row.texts(field.name());
      case LIST -> elements(field, row);
      case OBJECT -> object(field, row);
      case TEXT, INTEGER, MONEY, DATE, BOOLEAN -> row.any(field.name());
    };
  }

  /** An object of the row's own fields of these names; null if all of them are empty. */
  private static Map<String, Object> object(ResourceField field, Row row) {
    Map<String, Object> values = fields(field.fields(), row);
    return values.values().stream().allMatch(Objects::isNull) ? null : values;
  }

  private static List<Map<String, Object>> elements(ResourceField field, Row row) {
    List<Map<String, Object>> elements = new ArrayList<>();
    row.rows(field.name()).forEach(inner -> elements.add(fields(field.fields(), inner)));
    return elements;
  }

  /** The catalogue's value for the portal's words; {@code other} for words that it lacks. */
  private static String enumerated(ResourceField field, String words) {
    if (words == null) {
      return null;
    }
    for (Map.Entry<String, String> value : field.values().entrySet()) {
      if (value.getValue().equalsIgnoreCase(words)) {
        return value.getKey();
      }
    }
    return "other";
  }

  private static String month(ResourceField field, Row row) {
    String text = row.text(field.name());
    if (text == null) {
      return null;
    }
    Matcher month = MONTH.matcher(text);
    if (!month.matches()) {
      throw row.drift(field.name(), "it is no month such as 11/2026");
    }
    return month.group(2) + (month.group(1).length() < 2 ? "-0" : "-") + month.group(1);
  }

  /** The same for names that differ in case, punctuation and small words only. */
  static String slug(String name) {
    if (name == null) {
      return null;
    }
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replace("w/d", "washer dryer");
    String words = SMALL_WORDS.matcher(plain).replaceAll(" ");
    String slug = NO_WORD.matcher(words).replaceAll("-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "other" : slug;
  }
}
