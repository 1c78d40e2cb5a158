package dev.camelentrata.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of records as the control calls write and read them: ISO dates, plain numbers. */
final class PlainJson {

  private PlainJson() {}

  static Map<String, Object> of(SandboxRecord record) {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (RecordField field : record.fields().all()) {
      plain.put(field.name(), value(field, record.get(field.name())));
    }
    return plain;
  }

  private static Object value(RecordField field, Object value) {
    if (value == null) {
      return null;
    }
    return switch (field.type()) {
      case TEXT, WORD, INTEGER, DECIMAL, BOOLEAN, TEXTS -> value;
      case MONEY -> BigDecimal.valueOf((Long) value, 2);
      case DATE, MONTH -> value.toString();
      case OBJECT -> of((SandboxRecord) value);
      case LIST -> PortalText.records(value).stream().map(PlainJson::of).toList();
    };
  }

  /** Sets the fields that were sent; what is derived or unknown is refused. */
  static void read(JsonNode sent, RecordFields fields, SandboxRecord.Draft draft) {
    ControlApi.only(sent, fields.names());
    sent.properties()
        .forEach(
            entry -> {
              RecordField field = fields.field(entry.getKey());
              if (field.derived()) {
                throw new IllegalArgumentException(
                    field.name() + " follows from other records; change those");
              }
              draft.set(field.name(), read(field, entry.getValue()));
            });
  }

  private static Object read(RecordField field, JsonNode sent) {
    if (sent.isNull()) {
      return null;
    }
    try {
      return switch (field.type()) {
        case TEXT, WORD -> sent.asText();
        case INTEGER -> Integer.valueOf(sent.asText());
        case DECIMAL -> new BigDecimal(sent.asText());
        case MONEY -> cents(sent);
        case DATE -> LocalDate.parse(sent.asText());
        case MONTH -> YearMonth.parse(sent.asText());
        case BOOLEAN -> truth(sent);
        case TEXTS -> texts(sent);
        case OBJECT -> inner(field, sent);
        case LIST -> list(field, sent);
      };
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          field.name() + " cannot be " + sent + "; it is like " + example(field.type()), e);
    }
  }

  static long cents(JsonNode sent) {
    return new BigDecimal(sent.asText()).movePointRight(2).longValueExact();
  }

  private static String example(FieldType type) {
    return switch (type) {
      case DATE -> "\"2026-11-24\"";
      case MONTH -> "\"2026-11\"";
      case MONEY -> "1545.00";
      default -> "12";
    };
  }

  private static Boolean truth(JsonNode sent) {
    if (!sent.isBoolean()) {
      throw new IllegalArgumentException("send true or false, not " + sent);
    }
    return sent.booleanValue();
  }

  private static List<String> texts(JsonNode sent) {
    List<String> texts = new ArrayList<>();
    elements(sent).forEach(each -> texts.add(each.asText()));
    return List.copyOf(texts);
  }

  private static List<SandboxRecord> list(RecordField field, JsonNode sent) {
    List<SandboxRecord> list = new ArrayList<>();
    elements(sent).forEach(each -> list.add(inner(field, each)));
    return List.copyOf(list);
  }

  private static SandboxRecord inner(RecordField field, JsonNode sent) {
    SandboxRecord.Draft draft = field.inner().draft();
    read(sent, field.inner(), draft);
    return draft.made();
  }

  private static JsonNode elements(JsonNode sent) {
    if (!sent.isArray()) {
      throw new IllegalArgumentException("send a list, not " + sent);
    }
    return sent;
  }
}
