package dev.camelentrata.accounting;

import java.util.List;

/**
 * A journal that is not posted, since some of it cannot be booked.
 *
 * @param journal its text, or the day's and what of it if that is stopped as a whole
 * @param reasons each says what to do
 */
public record StoppedPosting(PostingDay day, String journal, List<String> reasons) {

  public StoppedPosting {
    reasons = List.copyOf(reasons);
  }

  static StoppedPosting of(JournalKey journal, List<String> reasons) {
    return new StoppedPosting(PostingDay.of(journal), journal.text(), reasons);
  }
}
