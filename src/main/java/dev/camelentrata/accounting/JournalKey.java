package dev.camelentrata.accounting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/**
 * What an entry is for: a day of a property in a month of the books, or one thing of that day.
 *
 * @param subject {@code transaction/7} or {@code bank-deposit/9}; empty for the whole day
 */
public record JournalKey(String propertyId, YearMonth postMonth, LocalDate postedOn, String subject)
    implements Comparable<JournalKey> {

  public JournalKey {
    Objects.requireNonNull(propertyId, "propertyId");
    Objects.requireNonNull(postMonth, "postMonth");
    Objects.requireNonNull(postedOn, "postedOn");
    Objects.requireNonNull(subject, "subject");
  }

  /** The day of the post month that is nearest to the post date. */
  public LocalDate day() {
    YearMonth month = YearMonth.from(postedOn);
    if (month.equals(postMonth)) {
      return postedOn;
    }
    return month.isBefore(postMonth) ? postMonth.atDay(1) : postMonth.atEndOfMonth();
  }

  /** Unique within a company. */
  public String text() {
    String day = propertyId + "/" + postMonth + "/" + postedOn;
    return subject.isEmpty() ? day : day + "/" + subject;
  }

  @Override
  public int compareTo(JournalKey other) {
    return text().compareTo(other.text());
  }
}
