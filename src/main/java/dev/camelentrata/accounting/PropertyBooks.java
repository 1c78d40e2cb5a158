package dev.camelentrata.accounting;

import java.util.List;

/** What one property has otherwise than its company. */
public record PropertyBooks(Dimensions dimensions, List<CodeRule> codes) {

  static final PropertyBooks NONE = new PropertyBooks(Dimensions.NONE, List.of());

  public PropertyBooks {
    codes = List.copyOf(codes);
  }
}
