package dev.camelentrata.api;

import java.math.BigDecimal;
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

  /** The values of a list parameter; empty if it was not given. */
  List<String> texts(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().map(String.class::cast).toList()
        : List.of();
  }
}
