package dev.camelentrata.sandbox.books;

/** A call that is refused with this answer. */
final class BooksRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  final transient BooksAnswer answer;

  BooksRefusal(BooksAnswer answer) {
    super("HTTP " + answer.status(), null, false, false);
    this.answer = answer;
  }
}
