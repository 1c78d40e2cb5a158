package dev.camelentrata.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.camelentrata.accounting.StoppedJournal;
import dev.camelentrata.accounting.StoppedPosting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What cannot be posted as things are.
 *
 * @param postMonth null, with {@code postedOn}, for rows that tell no date
 * @param reasons each says what to do
 * @param since null in a preview
 */
record StoppedView(
    String propertyId,
    String journal,
    String postMonth,
    LocalDate postedOn,
    List<String> reasons,
    @JsonInclude(JsonInclude.Include.NON_NULL) Instant since) {

  /** All that there are, in the shape of everything else. */
  record All(List<StoppedView> data) {}

  static StoppedView of(StoppedJournal journal) {
    return of(journal.stopped(), journal.since());
  }

  static StoppedView planned(StoppedPosting stopped) {
    return of(stopped, null);
  }

  private static StoppedView of(StoppedPosting stopped, Instant since) {
    return new StoppedView(
        stopped.day().propertyId(),
        stopped.journal(),
        stopped.day().postMonth() == null ? null : stopped.day().postMonth().toString(),
        stopped.day().postedOn(),
        stopped.reasons(),
        since);
  }
}
