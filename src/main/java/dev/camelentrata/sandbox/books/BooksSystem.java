package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** An accounting system as the sandbox plays it. For one thread only. */
interface BooksSystem {

  StandIn stand();

  OAuthDesk desk();

  /** Where the API begins, with a slash at the end. */
  String root();

  /**
   * Whose books the call is about, if its token allows it.
   *
   * @throws BooksRefusal with the answer if not
   */
  Organisation admit(BooksCall call);

  /** Whether the call is one that does many things. */
  boolean batch(BooksCall call);

  BooksAnswer limited(StandIn.Reached reached);

  BooksAnswer failed(int status);

  /** Carries the call out. */
  BooksAnswer answer(BooksCall call, Organisation organisation);

  /** Answers what is neither the API's nor the desk's; empty if there is no such address. */
  default Optional<BooksAnswer> beside(BooksCall call) {
    return Optional.empty();
  }

  /** The answer with what it tells of the limits. */
  default BooksAnswer marked(BooksAnswer answer, Organisation organisation) {
    return answer;
  }

  /** All that counts in these books. */
  List<Held> entries(Organisation organisation);

  /** An entry with its lines, and its kind in the API. */
  record Held(
      String kind,
      String id,
      String reference,
      String date,
      ObjectNode document,
      List<BookLine> lines) {}

  /** Makes a copy of an entry with an id of its own, as a person would. */
  void duplicate(Held entry, Organisation organisation);

  void delete(Held entry, Organisation organisation);

  /** Adds this to one debit and one credit of the entry. */
  void alter(Held entry, Organisation organisation, BigDecimal by);
}
