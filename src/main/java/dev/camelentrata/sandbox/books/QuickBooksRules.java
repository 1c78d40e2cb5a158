package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** What one kind of QuickBooks' transactions must be. Stateless. */
interface QuickBooksRules {

  /**
   * Checks a transaction and adds what QuickBooks adds to it.
   *
   * @throws QuickBooksFault saying what is wrong
   */
  void check(ObjectNode sent, QuickBooksBooks books);

  /** What follows for other transactions once it is kept. */
  default void made(ObjectNode kept, QuickBooksBooks books) {}

  /** Its debits and credits. */
  List<BookLine> lines(ObjectNode kept, QuickBooksBooks books);

  /** Adds this to one debit and one credit. */
  void alter(ObjectNode kept, BigDecimal by);
}
