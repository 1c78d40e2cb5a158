package dev.camelentrata.portal.replay;

import dev.camelentrata.model.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Reads amounts such as {@code $1,234.56}, {@code 1234.5}, {@code -$3.00} and {@code (1.23)}. */
final class MoneyText {

  private final String currency;
  private final int decimals;

  MoneyText(String currency) {
    this.currency = currency;
    this.decimals = Currency.getInstance(currency).getDefaultFractionDigits();
  }

  /** The amount of these characters, which are not blank and have no space around them. */
  Money read(char[] text, int from, int to) {
    int start = from;
    int end = to;
    boolean negative = false;
    if (text[start] == '(' && text[end - 1] == ')') {
      negative = true;
      start++;
      end--;
    }
    long unscaled = 0;
    int digits = 0;
    int scale = -1;
    for (int i = start; i < end; i++) {
      char c = text[i];
      if (c >= '0' && c <= '9') {
        unscaled = unscaled * 10 + (c - '0');
        digits++;
        scale = scale < 0 ? scale : scale + 1;
      } else if (c == '.' && scale < 0) {
        scale = 0;
      } else if (c == '-' && digits == 0 && scale < 0 && !negative) {
        negative = true;
      } else if (!(c == ',' && digits > 0 && scale < 0)
          && !(digits == 0 && (c == ' ' || Character.getType(c) == Character.CURRENCY_SYMBOL))) {
        throw unreadable();
      }
    }
    if (digits == 0 || digits > 15) {
      throw unreadable();
    }
    try {
      long signed = negative ? -unscaled : unscaled;
      return new Money(BigDecimal.valueOf(signed, Math.max(scale, 0)), currency);
    } catch (IllegalArgumentException e) {
      throw new UnreadableValueException("an amount with at most " + decimals + " decimals");
    }
  }

  private static UnreadableValueException unreadable() {
    return new UnreadableValueException("an amount such as $1,234.56");
  }
}
