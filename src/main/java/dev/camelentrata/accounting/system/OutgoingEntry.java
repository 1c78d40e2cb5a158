package dev.camelentrata.accounting.system;

import dev.camelentrata.accounting.Posting;
import java.time.LocalDate;
import java.util.Objects;

/**
 * An entry on its way into an accounting system.
 *
 * @param date the day it is dated there: the posting's own, or the first open day if that is closed
 */
public record OutgoingEntry(Posting posting, LocalDate date) {

  public OutgoingEntry {
    Objects.requireNonNull(posting, "posting");
    Objects.requireNonNull(date, "date");
  }

  /** What a bookkeeper reads beside it; tells where it belongs if it is dated elsewhere. */
  public String note() {
    return date.equals(posting.date())
        ? posting.note()
        : posting.note() + "; dated " + date + " since " + posting.date() + " is closed";
  }
}
