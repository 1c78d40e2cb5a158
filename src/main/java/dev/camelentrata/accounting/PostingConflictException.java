package dev.camelentrata.accounting;

/** Another entry took the same number of the journal; plan anew with what is posted by now. */
public final class PostingConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PostingConflictException(Posting posting) {
    super(
        "entry "
            + posting.number()
            + " of "
            + posting.journal().text()
            + " is there with other content; plan it anew");
  }
}
