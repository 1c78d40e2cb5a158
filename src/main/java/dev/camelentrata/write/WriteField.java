package dev.camelentrata.write;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field of a write.
 *
 * @param values the API's value to the portal's words, for enums
 * @param longest how many characters at most; null for what has no length
 * @param minimum the least number or amount; null for none
 * @param maximum the greatest number; null for none
 * @param least how many elements at least
 * @param most how many elements at most; null for what has none
 * @param format {@code email}, {@code phone} or null
 * @param refers the resource whose id it is; null if it is none
 * @param picklist the kind of the property's picklist that it is a word of; null if it is none
 * @param after the date beside it that it must come after; null for none
 * @param fields the fields of an object or of a list's elements
 */
public record WriteField(
    String name,
    WriteType type,
    boolean required,
    String description,
    Map<String, String> values,
    Integer longest,
    BigDecimal minimum,
    BigDecimal maximum,
    int least,
    Integer most,
    String format,
    String refers,
    String picklist,
    String after,
    List<WriteField> fields) {

  public WriteField {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    fields = List.copyOf(fields);
  }
}
