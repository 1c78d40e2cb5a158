package dev.camelentrata.accounting.post;

import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.Stops;

/** Is told of entries that an accounting system refused, within the transaction that notes it. */
public interface PostingEnds extends Stops {

  /** It will not be sent again by itself. */
  void failed(String connectionId, Posting posting, String error, int attempts);

  /** The accounting system holds it. */
  void confirmed(String company, String connectionId, String reference);
}
