package dev.camelentrata.accounting;

import dev.camelentrata.mirror.Viewer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells what would be posted of a property as things are: entries that the journal does not have
 * yet, and what is stopped. Changes nothing. Safe for many threads.
 */
public final class Preview {

  /** The portal's module without which nobody sees the journal. */
  private static final String JOURNAL = "general_journalxxx";

  private final BooksTransaction reading;
  private final Postings postings;
  private final BooksSource books;

  public Preview(BooksTransaction reading, Postings postings, BooksSource books) {
    this.reading = reading;
    this.postings = postings;
    this.books = books;
  }

  /**
   * For the days that are posted within these, by their post date, and what has no date.
   *
   * @throws NoBooksException if the company has no books
   */
  public PostingPlan of(Viewer viewer, String propertyId, LocalDate first, LocalDate last) {
    PostingPlanner planner = books.planner(viewer.company());
    if (!viewer.propertyIds().contains(propertyId) || !viewer.modules().contains(JOURNAL)) {
      return new PostingPlan(List.of(), List.of());
    }
    return reading.of(
        viewer.company(),
        jdbc -> {
          LedgerMirror mirror = new LedgerMirror(jdbc, viewer.company());
          Set<PostingDay> days = new HashSet<>();
          mirror.ledger(propertyId, first, last, row -> days.add(row.day()));
          mirror.deposits(propertyId, first, last, row -> days.add(row.day()));
          days.add(PostingDay.undated(propertyId));
          jdbc.sql(
                  "select distinct property_id, post_month, posted_on from posting"
                      + " where company = ? and property_id = ? and posted_on between ? and ?")
              .params(viewer.company(), propertyId, first, last)
              .query(
                  row -> {
                    days.add(DueDays.day(row));
                  });
          return new DayPlan(planner, mirror)
              .make(
                  propertyId,
                  days,
                  postings.ofDays(viewer.company(), days).stream()
                      .map(StoredPosting::posting)
                      .toList());
        });
  }
}
