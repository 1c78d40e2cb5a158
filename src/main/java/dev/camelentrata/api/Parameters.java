package dev.camelentrata.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The query parameters of a request, checked and of their declared types. */
record Parameters(Map<String, Object> values) {

  static final Parameters NONE = new Parameters(Map.of());

  Parameters {
    values = Map.copyOf(values);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable((String) values.get(name));
  }

  Optional<Integer> integer(String name) {
    return Optional.ofNullable((Integer) values.get(name));
  }

  Optional<BigDecimal> number(String name) {
    return Optional.ofNullable((BigDecimal) values.get(name));
  }

  Optional<Boolean> bool(String name) {
    return Optional.ofNullable((Boolean) values.get(name));
  }

  Optional<LocalDate> date(String name) {
    return Optional.ofNullable((LocalDate) values.get(name));
  }

  Optional<Instant> instant(String name) {
    return Optional.ofNullable((Instant) values.get(name));
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** What was given as texts, the values of a list parameter one by one; empty if nothing was. */
  List<String> texts(String name) {
    Object value = values.get(name);
    if (value instanceof List<?> list) {
      return list.stream().map(String.class::cast).toList();
    }
    return value == null ? List.of() : List.of(value.toString());
  }
}
