package dev.camelentrata.portal.operation;

import dev.camelentrata.model.Money;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.drift.DriftSite;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/**
 * One row of a portal's answer, its values already of the types that the portal map states. A field
 * that is empty, or that the map does not have, is null; a list is then empty. Used by one thread
 * at a time.
 */
public final class Row {

  private final RowFields fields;
  private final Object[] values;
  private final int number;
  private final DriftSite site;
  private int expected;
  private Supplier<String> source;

  /**
   * A row over these values, which are not copied.
   *
   * @param number counts the rows of a page from 1
   * @param site the {@code html} or {@code json} that the row's fields stand below
   */
  public Row(RowFields fields, Object[] values, int number, DriftSite site) {
    this.fields = fields;
    this.values = values;
    this.number = number;
    this.site = site;
  }

  public String text(String field) {
    return (String) value(field);
  }

  public Integer integer(String field) {
    return (Integer) value(field);
  }

  public BigDecimal decimal(String field) {
    Object value = value(field);
    return value instanceof Integer whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
  }

  public Money money(String field) {
    return (Money) value(field);
  }

  public LocalDate date(String field) {
    return (LocalDate) value(field);
  }

  /** The truth value; false if it is empty. */
  public boolean flag(String field) {
    return Boolean.TRUE.equals(value(field));
  }

  @SuppressWarnings("unchecked")
  public List<String> texts(String field) {
    Object value = value(field);
    return value == null ? List.of() : (List<String>) value;
  }

  @SuppressWarnings("unchecked")
  public List<Row> rows(String field) {
    Object value = value(field);
    return value == null ? List.of() : (List<Row>) value;
  }

  /** The {@code portal-drift} to throw when a field's value cannot be what the map says it is. */
  public PortalException drift(String field, String seen) {
    return site.drift("fields." + field, seen + " in row " + number);
  }

  /** Says where the row's own text is; it is read only when it is asked for. */
  public Row from(Supplier<String> text) {
    this.source = text;
    return this;
  }

  /** What the portal itself sent for this row, as a JSON object; null if it sent none. */
  public String source() {
    return source == null ? null : source.get();
  }

  /** The field's value of whatever type; null if it is empty or not in the portal map. */
  public Object any(String field) {
    return value(field);
  }

  private Object value(String field) {
    int place = fields.place(field, expected);
    expected = place + 1;
    return place < 0 ? null : values[place];
  }

  @Override
  public String toString() {
    return "Row[" + number + " of " + site.entry() + "]";
  }
}
