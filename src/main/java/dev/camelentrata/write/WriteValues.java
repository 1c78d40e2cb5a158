package dev.camelentrata.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.model.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Turns a body that was checked into what a portal write takes. */
public final class WriteValues {

  private WriteValues() {}

  /**
   * The values of the body by the catalogue's names, without what is absent; enums in the portal's
   * words.
   *
   * @param file makes of an upload's id what the portal takes
   */
  public static Map<String, Object> of(Write write, JsonNode body, Function<String, Object> file) {
    return object(write.fields(), body, file);
  }

  private static Map<String, Object> object(
      List<WriteField> fields, JsonNode object, Function<String, Object> file) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (WriteField field : fields) {
      if (object.hasNonNull(field.name())) {
        values.put(field.name(), value(field, object.get(field.name()), file));
      }
    }
    return values;
  }

  private static Object value(WriteField field, JsonNode value, Function<String, Object> file) {
    return switch (field.type()) {
      case TEXT -> value.textValue();
      case INTEGER -> value.intValue();
      case DECIMAL -> new BigDecimal(value.asText());
      case MONEY -> Money.of(value.get("amount").textValue(), value.get("currency").textValue());
      case DATE -> LocalDate.parse(value.textValue());
      case TIME -> LocalTime.parse(value.textValue());
      case BOOLEAN -> value.booleanValue();
      case ENUM -> field.values().get(value.textValue());
      case FILES -> {
        List<Object> files = new ArrayList<>();
        value.forEach(id -> files.add(file.apply(id.textValue())));
        yield files;
      }
      case OBJECT -> object(field.fields(), value, file);
      case LIST -> {
        List<Object> elements = new ArrayList<>();
        value.forEach(element -> elements.add(object(field.fields(), element, file)));
        yield elements;
      }
    };
  }
}
