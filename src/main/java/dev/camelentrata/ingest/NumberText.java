package dev.camelentrata.ingest;

import java.math.BigDecimal;

/**
 * Reads numbers as reports write them: {@code $1,234.56}, {@code (12.00)}, {@code -3}, {@code 4%}.
 */
final class NumberText {

  private static final int LONGEST = 40;

  private NumberText() {}

  static BigDecimal read(String text) throws RowFault {
    char[] plain = new char[Math.min(text.length() + 1, LONGEST)];
    int length = 0;
    boolean negative = false;
    boolean digits = false;
    boolean opened = false;
    boolean closed = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (length >= plain.length - 1 || closed && c != ' ') {
        throw new RowFault("is no number");
      }
      if (c >= '0' && c <= '9') {
        plain[length++] = c;
        digits = true;
      } else if (c == '.') {
        plain[length++] = c;
      } else if (c == '(' && !digits && !negative) {
        negative = true;
        opened = true;
      } else if (c == '-' && !negative && (!digits || i == text.length() - 1)) {
        negative = true;
      } else if (c == ')' && opened && digits) {
        closed = true;
      } else if (!(c == '$' && !digits
          || c == ',' && digits
          || c == ' '
          || c == '\u00A0'
          || c == '%' && digits
          || c == '+' && !digits)) {
        throw new RowFault("is no number");
      }
    }
    if (!digits || opened != closed) {
      throw new RowFault("is no number");
    }
    try {
      BigDecimal number = new BigDecimal(plain, 0, length);
      return negative ? number.negate() : number;
    } catch (NumberFormatException e) {
      throw new RowFault("is no number");
    }
  }
}
