package dev.camelentrata.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;

/** The values of records as the portal writes them. */
final class PortalText {

  private PortalText() {}

  /** A plain value; empty for none. */
  static String of(RecordField field, Object value) {
    if (value == null) {
      return "";
    }
    return switch (field.type()) {
      case TEXT, WORD -> (String) value;
      case INTEGER -> value.toString();
      case DECIMAL -> ((BigDecimal) value).toPlainString();
      case MONEY -> UsText.money((Long) value);
      case DATE -> UsText.date((LocalDate) value);
      case MONTH -> month((YearMonth) value);
      case BOOLEAN -> (Boolean) value ? "Yes" : "No";
      case TEXTS -> String.join(", ", texts(value));
      case OBJECT -> summary((SandboxRecord) value);
      case LIST ->
          records(value).stream().map(PortalText::summary).collect(Collectors.joining("; "));
    };
  }

  private static String month(YearMonth month) {
    int number = month.getMonthValue();
    return (number < 10 ? "0" : "") + number + "/" + month.getYear();
  }

  private static String summary(SandboxRecord record) {
    return record.fields().all().stream()
        .map(field -> of(field, record.get(field.name())))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  static List<String> texts(Object value) {
    return ((List<?>) value).stream().map(String.class::cast).toList();
  }

  static List<SandboxRecord> records(Object value) {
    return ((List<?>) value).stream().map(SandboxRecord.class::cast).toList();
  }
}
