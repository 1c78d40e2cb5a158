package dev.camelentrata.ingest;

import dev.camelentrata.ingest.format.Cell;
import java.math.BigDecimal;
import java.util.Locale;

/** Reads cells as values: dates in ISO form, amounts as plain decimals, texts without edges. */
final class CellValues {

  private static final int CENTS = 2;

  private CellValues() {}

  /** The value of a cell that is neither a property nor a unit; null if there is none. */
  static String read(ReportColumn column, Cell cell) throws RowFault {
    if (cell.isEmpty()) {
      return null;
    }
    if (cell instanceof Cell.Fault) {
      throw new RowFault("is a formula that failed");
    }
    String text = cell.text().strip();
    if (text.isEmpty() || isBlank(column, text)) {
      return null;
    }
    return switch (column.type()) {
      case TEXT, PROPERTY, UNIT -> text;
      case INTEGER -> integer(cell, text);
      case DECIMAL -> decimal(cell, text).stripTrailingZeros().toPlainString();
      case MONEY -> money(cell, text);
      case DATE -> date(cell, text);
      case MONTH -> month(cell, text);
      case BOOLEAN -> truth(cell, text);
    };
  }

  private static boolean isBlank(ReportColumn column, String text) {
    return !column.blank().isEmpty() && column.blank().contains(text.toLowerCase(Locale.ROOT));
  }

  private static String integer(Cell cell, String text) throws RowFault {
    BigDecimal number = decimal(cell, text).stripTrailingZeros();
    if (number.scale() > 0) {
      throw new RowFault("is no whole number");
    }
    return number.toPlainString();
  }

  private static String money(Cell cell, String text) throws RowFault {
    BigDecimal amount = decimal(cell, text);
    if (amount.scale() > CENTS) {
      amount = amount.stripTrailingZeros();
      if (amount.scale() > CENTS) {
        throw new RowFault("has fractions of a cent");
      }
    }
    return amount.setScale(CENTS).toPlainString();
  }

  private static BigDecimal decimal(Cell cell, String text) throws RowFault {
    return cell instanceof Cell.Number number ? number.value() : NumberText.read(text);
  }

  private static String date(Cell cell, String text) throws RowFault {
    if (cell instanceof Cell.Day day) {
      return day.value().toString();
    }
    if (cell instanceof Cell.Moment moment) {
      return moment.value().toLocalDate().toString();
    }
    if (cell instanceof Cell.Number) {
      throw new RowFault("is a number without a date's format");
    }
    return DateText.read(text);
  }

  private static String month(Cell cell, String text) throws RowFault {
    return cell instanceof Cell.Day || cell instanceof Cell.Moment
        ? date(cell, text).substring(0, 7)
        : DateText.month(text);
  }

  private static String truth(Cell cell, String text) throws RowFault {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "y", "true", "1" -> "true";
      case "no", "n", "false", "0" -> "false";
      default -> throw new RowFault("is neither yes nor no");
    };
  }
}
