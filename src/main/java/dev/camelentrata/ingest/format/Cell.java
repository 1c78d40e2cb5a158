package dev.camelentrata.ingest.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** A value of a report as its file holds it: what it means is for the reader of the rows. */
public sealed interface Cell {

  /** What a person sees, dates and numbers in ISO form; empty for an empty cell. */
  String text();

  /** Whether nothing stands in the cell. */
  default boolean isEmpty() {
    return this instanceof Empty;
  }

  /** Characters, not empty; a date or an amount in a CSV is one too. */
  record Text(String text) implements Cell {}

  /** A number of Excel or JSON, to the digits that the file holds. */
  @SuppressWarnings("JavaLangClash") // It is always named as a kind of cell.
  record Number(BigDecimal value) implements Cell {
    @Override
    public String text() {
      return value.toPlainString();
    }
  }

  /** A number of Excel that its style makes a day. */
  record Day(LocalDate value) implements Cell {
    @Override
    public String text() {
      return value.toString();
    }
  }

  /** A number of Excel that its style makes a day and a time, in the zone of who wrote it. */
  record Moment(LocalDateTime value) implements Cell {
    @Override
    public String text() {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value);
    }
  }

  /** Yes or no. */
  record Flag(boolean value) implements Cell {
    @Override
    public String text() {
      return value ? "TRUE" : "FALSE";
    }
  }

  /** A formula that failed, for example {@code #REF!}: there is no value. */
  record Fault(String text) implements Cell {}

  /** Nothing. */
  record Empty() implements Cell {
    @Override
    public String text() {
      return "";
    }
  }
}
