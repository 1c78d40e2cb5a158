package dev.camelentrata.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What the values of a field are; amounts are held in cents. */
enum FieldType {
  TEXT(String.class),
  /** One of several words of the portal. */
  WORD(String.class),
  INTEGER(Integer.class),
  DECIMAL(BigDecimal.class),
  MONEY(Long.class),
  DATE(LocalDate.class),
  MONTH(YearMonth.class),
  BOOLEAN(Boolean.class),
  TEXTS(List.class),
  OBJECT(SandboxRecord.class),
  LIST(List.class);

  final Class<?> held;

  FieldType(Class<?> held) {
    this.held = held;
  }
}
