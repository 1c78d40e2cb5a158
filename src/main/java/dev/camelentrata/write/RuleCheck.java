package dev.camelentrata.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks what a JSON Schema cannot say: real dates, least amounts, and rules between fields. */
final class RuleCheck {

  /** Beyond these a date is a slip, and portals that write years with four digits break on it. */
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

  private final List<WriteFault> faults;

  RuleCheck(List<WriteFault> faults) {
    this.faults = faults;
  }

  void fields(List<WriteField> fields, JsonNode object, String at) {
    for (WriteField field : fields) {
      JsonNode value = object.path(field.name());
      String pointer = at + "/" + field.name();
      switch (field.type()) {
        case DATE -> date(field, object, at);
        case MONEY -> money(field, value, pointer);
        case OBJECT -> fields(field.fields(), value, pointer);
        case LIST -> {
          for (int i = 0; i < value.size(); i++) {
            fields(field.fields(), value.path(i), pointer + "/" + i);
          }
        }
        case TEXT, INTEGER, DECIMAL, TIME, BOOLEAN, ENUM, FILES -> {}
      }
    }
  }

  private void date(WriteField field, JsonNode object, String at) {
    JsonNode value = object.path(field.name());
    String pointer = at + "/" + field.name();
    if (!value.isTextual() || !value.textValue().matches(WriteSchema.DATE)) {
      return;
    }
    Optional<LocalDate> day = day(value);
    if (day.isEmpty()) {
      faults.add(new WriteFault(pointer, "is no day of the calendar"));
      return;
    }
    if (day.get().isBefore(FIRST) || day.get().isAfter(LAST)) {
      faults.add(new WriteFault(pointer, "must lie between " + FIRST + " and " + LAST));
      return;
    }
    Optional<LocalDate> before =
        field.after() == null ? Optional.empty() : day(object.path(field.after()));
    if (before.isPresent() && !day.get().isAfter(before.get())) {
      faults.add(new WriteFault(pointer, "must come after " + field.after()));
    }
  }

  private static Optional<LocalDate> day(JsonNode value) {
    try {
      return value.isTextual() ? Optional.of(LocalDate.parse(value.textValue())) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void money(WriteField field, JsonNode value, String pointer) {
    String amount = value.path("amount").asText("");
    if (field.minimum() != null
        && amount.matches(WriteSchema.AMOUNT)
        && new BigDecimal(amount).compareTo(field.minimum()) < 0) {
      faults.add(
          new WriteFault(
              pointer + "/amount", "must be at least " + field.minimum().toPlainString()));
    }
  }

  void rules(Write write, JsonNode body) {
    for (WriteRule rule : write.rules()) {
      if (rule instanceof WriteRule.ExactlyOneOf one) {
        exactlyOne(one.fields(), body);
      } else if (rule instanceof WriteRule.AtLeastOneOf some) {
        if (given(some.fields(), body).isEmpty()) {
          faults.add(
              new WriteFault(
                  some.fields().size() == write.fields().size() ? "" : "/" + some.fields().get(0),
                  "give at least one of " + String.join(", ", some.fields())));
        }
      } else if (rule instanceof WriteRule.ExactlyOneElement element) {
        oneElement(element, body);
      }
    }
  }

  private void exactlyOne(List<String> fields, JsonNode body) {
    List<String> given = given(fields, body);
    if (given.size() != 1) {
      String where = given.isEmpty() ? fields.get(0) : given.get(given.size() - 1);
      faults.add(
          new WriteFault(
              "/" + where,
              "give " + String.join(" or ", fields) + (given.isEmpty() ? "" : ", not both")));
    }
  }

  private static List<String> given(List<String> fields, JsonNode body) {
    return fields.stream().filter(body::hasNonNull).toList();
  }

  private void oneElement(WriteRule.ExactlyOneElement rule, JsonNode body) {
    JsonNode list = body.path(rule.list());
    if (list instanceof MissingNode || list.isEmpty()) {
      return;
    }
    int found = 0;
    for (JsonNode element : list) {
      if (rule.value().equals(element.path(rule.field()).asText())) {
        found++;
      }
    }
    if (found != 1) {
      faults.add(
          new WriteFault(
              "/" + rule.list(),
              String.format(
                  Locale.ROOT,
                  "exactly one must have the %s %s, and %d have",
                  rule.field(),
                  rule.value(),
                  found)));
    }
  }
}
