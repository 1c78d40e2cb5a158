package dev.camelentrata.portal.replay;

/** Reads the number of rows that a portal says it has. */
final class Total {

  private Total() {}

  /** The number, with or without commas between the thousands; null if it is none. */
  static Integer of(String text) {
    String digits = text == null ? "" : text.strip().replace(",", "");
    return digits.matches("\\d{1,9}") ? Integer.valueOf(digits) : null;
  }
}
