package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** Customers have a name of their own; they are no transactions. */
final class CustomerRules implements QuickBooksRules {

  @Override
  public void check(ObjectNode sent, QuickBooksBooks books) {
    String name = sent.path("DisplayName").asText("");
    if (name.isEmpty()) {
      throw QuickBooksFault.missing("DisplayName");
    }
    String id = sent.path("Id").asText("");
    for (ObjectNode other : books.organisation.documents("Customer").values()) {
      if (other.path("DisplayName").asText().equals(name)
          && !other.path("Id").asText().equals(id)) {
        throw QuickBooksFault.duplicateName();
      }
    }
    sent.put("Active", sent.path("Active").asBoolean(true));
  }

  @Override
  public List<BookLine> lines(ObjectNode kept, QuickBooksBooks books) {
    return List.of();
  }

  @Override
  public void alter(ObjectNode kept, BigDecimal by) {
    throw new IllegalArgumentException("a customer has no amounts");
  }
}
