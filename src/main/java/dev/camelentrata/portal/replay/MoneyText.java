package dev.camelentrata.portal.replay;

import dev.camelentrata.model.Money;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * Reads amounts such as {@code $1,234.56}, {@code 1234.5}, {@code -$3.00} and {@code (1.23)}. Keeps
 * amounts that it has made, because rents and deposits come again and again; safe for use by many
 * threads, as a lost entry is only made anew.
 */
final class MoneyText {

  private final String currency;
  private final int decimals;
  private final Known[] known = new Known[4096];

  private record Known(long unscaled, int scale, Money money) {}

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
    return money(negative ? -unscaled : unscaled, Math.max(scale, 0));
  }

  private Money money(long unscaled, int scale) {
    int at = (int) ((unscaled * 31 + scale) & (known.length - 1));
    Known there = known[at];
    if (there != null && there.unscaled == unscaled && there.scale == scale) {
      return there.money;
    }
    try {
      Money money = new Money(BigDecimal.valueOf(unscaled, scale), currency);
      known[at] = new Known(unscaled, scale, money);
      return money;
    } catch (IllegalArgumentException e) {
      throw new UnreadableValueException("an amount with at most " + decimals + " decimals");
    }
  }

  private static UnreadableValueException unreadable() {
    return new UnreadableValueException("an amount such as $1,234.56");
  }
}
