package dev.camelentrata.ingest.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes cells of what files hold. */
final class Cells {

  static final Cell EMPTY = new Cell.Empty();

  private static final Set<String> FAULTS =
      Set.of(
          "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!");

  /** So that a plain number of a few characters cannot grow to gigabytes of zeros. */
  private static final int MOST_ZEROS = 400;

  /** Excel's own precision: digits after these are what doubles add. */
  private static final MathContext EXCEL = new MathContext(15);

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private Cells() {}

  /** Of text; blanks are nothing, a failed formula that was exported as text is a fault. */
  static Cell text(String text) {
    if (text == null || text.isBlank()) {
      return EMPTY;
    }
    return text.charAt(0) == '#' && FAULTS.contains(text)
        ? new Cell.Fault(text)
        : new Cell.Text(text);
  }

  /** Of CSV text, where <code>="007"</code> is what keeps Excel from reading a number. */
  static Cell csv(String text) {
    int end = text == null ? 0 : text.length() - 1;
    return end > 2 && text.startsWith("=\"") && text.charAt(end) == '"'
        ? text(text.substring(2, end).replace("\"\"", "\""))
        : text(text);
  }

  /** Of text in an XLSX, where characters that XML forbids are written by number. */
  static Cell excelText(String text) {
    return text(
        text != null && text.contains("_x")
            ? ESCAPED
                .matcher(text)
                .replaceAll(
                    match ->
                        Matcher.quoteReplacement(
                            String.valueOf((char) Integer.parseInt(match.group(1), 16))))
            : text);
  }

  /** Of a number as JSON writes it. */
  static Cell number(BigDecimal number) {
    return Math.abs((long) number.scale()) > MOST_ZEROS
        ? new Cell.Text(number.toString())
        : new Cell.Number(number);
  }

  /**
   * The number that a person sees in Excel: whole numbers and up to 15 digits as they are written,
   * 7.0000000000000007E-2 as 0.07.
   */
  static BigDecimal excelNumber(BigDecimal written) {
    return written.scale() <= 0 || written.precision() <= EXCEL.getPrecision()
        ? written
        : written.round(EXCEL).stripTrailingZeros();
  }

  /** The same of a number that is held in binary, as in an XLS. */
  static BigDecimal excelNumber(double held) {
    BigDecimal number = excelNumber(BigDecimal.valueOf(held)).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  static boolean allEmpty(List<Cell> cells) {
    for (Cell cell : cells) {
      if (!cell.isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
