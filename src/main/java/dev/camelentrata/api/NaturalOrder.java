package dev.camelentrata.api;

import java.util.Comparator;

/** Orders texts as people do: letter case aside, and runs of digits by their number. */
enum NaturalOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int order;
      if (digit(a.charAt(i)) && digit(b.charAt(j))) {
        int endOfA = endOfDigits(a, i);
        int endOfB = endOfDigits(b, j);
        order = compareNumbers(a.substring(i, endOfA), b.substring(j, endOfB));
        i = endOfA;
        j = endOfB;
      } else {
        order = Character.compare(fold(a.charAt(i++)), fold(b.charAt(j++)));
      }
      if (order != 0) {
        return order;
      }
    }
    int order = Integer.compare(a.length() - i, b.length() - j);
    return order != 0 ? order : a.compareTo(b);
  }

  private static int compareNumbers(String a, String b) {
    String x = a.replaceFirst("^0+(?=\\d)", "");
    String y = b.replaceFirst("^0+(?=\\d)", "");
    return x.length() != y.length()
        ? Integer.compare(x.length(), y.length())
        : Integer.signum(x.compareTo(y));
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && digit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static char fold(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}
