package dev.camelentrata.accounting;

import java.util.List;

/**
 * A journal that is not posted, since some of it cannot be booked.
 *
 * @param reasons each says what to do
 */
public record StoppedPosting(JournalKey journal, List<String> reasons) {

  public StoppedPosting {
    reasons = List.copyOf(reasons);
  }
}
