package dev.camelentrata.accounting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Objects;

/**
 * A day of a property in a month of the books: what is planned at once.
 *
 * @param postMonth null, with the day, for all of the property's rows that tell no date
 */
public record PostingDay(String propertyId, YearMonth postMonth, LocalDate postedOn)
    implements Comparable<PostingDay> {

  private static final Comparator<PostingDay> ORDER =
      Comparator.comparing(PostingDay::propertyId)
          .thenComparing(PostingDay::postMonth, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(PostingDay::postedOn, Comparator.nullsFirst(Comparator.naturalOrder()));

  public PostingDay {
    Objects.requireNonNull(propertyId, "propertyId");
    if ((postMonth == null) != (postedOn == null)) {
      throw new IllegalArgumentException("a day has a month and a date, or neither");
    }
  }

  static PostingDay undated(String propertyId) {
    return new PostingDay(propertyId, null, null);
  }

  static PostingDay of(JournalKey journal) {
    return new PostingDay(journal.propertyId(), journal.postMonth(), journal.postedOn());
  }

  public boolean dated() {
    return postedOn != null;
  }

  /** As the journals of this day begin. */
  String text() {
    return dated() ? propertyId + "/" + postMonth + "/" + postedOn : propertyId + "/undated";
  }

  @Override
  public int compareTo(PostingDay other) {
    return ORDER.compare(this, other);
  }
}
