package dev.camelentrata.accounting.quickbooks;

import com.fasterxml.jackson.annotation.JsonProperty;

/** QuickBooks' way to name another thing by its id. */
record Ref(@JsonProperty("value") String value) {

  /** Null for null. */
  static Ref to(String id) {
    return id == null ? null : new Ref(id);
  }
}
