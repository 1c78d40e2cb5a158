package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** What one kind of Xero's documents must be. Stateless. */
interface XeroRules {

  /** Checks a document and adds what Xero adds to it; notes all that is wrong. */
  void check(ObjectNode document, XeroBooks books, List<String> errors);

  /** What follows for other documents once it is kept. */
  default void made(ObjectNode kept, XeroBooks books) {}

  /** Whether it counts in the books. */
  boolean counts(ObjectNode kept);

  /** Its debits and credits. */
  List<BookLine> lines(ObjectNode kept, XeroBooks books);

  /** Adds this to one debit and one credit. */
  void alter(ObjectNode kept, BigDecimal by);
}
