package dev.camelentrata.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was filled into the fields of a form; read only after it was checked. For one thread. */
final class Answers {

  private final Map<String, String> texts = new LinkedHashMap<>();

  /** Takes over what the call says about these fields; a field that it leaves out has no answer. */
  void take(List<DialogField> fields, PortalCall call) {
    for (DialogField field : fields) {
      if (call.has(field.name())) {
        texts.put(field.name(), call.param(field.name()));
      } else {
        texts.remove(field.name());
      }
    }
  }

  /** Whether the field was sent, be it empty. */
  boolean has(String name) {
    return texts.containsKey(name);
  }

  /** Whether the field was filled in. */
  boolean given(String name) {
    return !texts.getOrDefault(name, "").isEmpty();
  }

  /** The answer; null for none. */
  String text(String name) {
    return given(name) ? texts.get(name) : null;
  }

  LocalDate day(String name) {
    return given(name) ? UsText.parseDate(text(name)).orElseThrow() : null;
  }

  /** An amount in cents; 0 for none. */
  long cents(String name) {
    return given(name) ? UsText.parseMoney(text(name)).orElseThrow() : 0;
  }

  Integer whole(String name) {
    return given(name) ? Integer.valueOf(text(name)) : null;
  }

  BigDecimal decimal(String name) {
    return given(name) ? new BigDecimal(text(name)) : null;
  }

  Boolean truth(String name) {
    return given(name) ? (Boolean) text(name).equals("1") : null;
  }
}
