package dev.camelentrata.accounting;

import java.util.Map;
import java.util.TreeMap;

/**
 * By what a line is told apart beside its account.
 *
 * @param className QuickBooks' class; null for none
 * @param tracking Xero's tracking categories and their options, at most two
 */
public record Dimensions(String className, Map<String, String> tracking) {

  static final Dimensions NONE = new Dimensions(null, Map.of());

  public Dimensions {
    tracking = Map.copyOf(tracking);
    if (tracking.size() > 2) {
      throw new IllegalArgumentException("a line has at most two tracking categories");
    }
  }

  /** These, and of the others what these leave open. */
  public Dimensions or(Dimensions others) {
    return new Dimensions(
        className == null ? others.className : className,
        tracking.isEmpty() ? others.tracking : tracking);
  }

  /** The same text for the same content, whatever the order. */
  public String text() {
    return (className == null ? "" : className) + "|" + new TreeMap<>(tracking);
  }
}
