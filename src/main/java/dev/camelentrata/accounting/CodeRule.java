package dev.camelentrata.accounting;

import java.util.regex.Pattern;

/**
 * What the file of charge codes says of one code, or of all that fit a pattern.
 *
 * @param pattern the code; {@code *} stands for any letters
 * @param kind null: what the transaction is
 * @param taxCode the code of its tax in the books; null for none
 * @param style null: as the company's
 */
public record CodeRule(
    String pattern,
    String account,
    EntryKind kind,
    String taxCode,
    Dimensions dimensions,
    EntryStyle style) {

  public boolean exact() {
    return pattern.indexOf('*') < 0;
  }

  public boolean fits(String code) {
    return exact()
        ? pattern.equals(code)
        : Pattern.matches("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E", code);
  }

  /** How much of the code the pattern names; an exact one names more than any other. */
  public int precision() {
    return exact() ? Integer.MAX_VALUE : pattern.replace("*", "").length();
  }
}
