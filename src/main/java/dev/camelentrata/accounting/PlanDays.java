package dev.camelentrata.accounting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Plans the days that are due and adds their entries to the journal. Any number of processes may do
 * so at once: a day is planned by one of them, and forgotten in the transaction that adds its
 * entries. Safe for many threads.
 */
public final class PlanDays {

  private static final Logger LOG = LoggerFactory.getLogger(PlanDays.class);

  /** How many days are planned in one transaction. */
  private static final int DAYS = 40;

  /** How long days wait that could not be planned. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final BooksTransaction writing;
  private final Postings postings;
  private final BooksSource books;
  private final Stops stops;

  public PlanDays(BooksTransaction writing, Postings postings, BooksSource books, Stops stops) {
    this.writing = writing;
    this.postings = postings;
    this.books = books;
    this.stops = stops;
  }

  /** Plans all that is due; gives how many entries were added. */
  public int due(String company) {
    int added = 0;
    int planned = 0;
    List<PostingDay> taken = new ArrayList<>();
    do {
      planned += taken.size();
      taken.clear();
      try {
        added += writing.of(company, jdbc -> next(jdbc, company, taken));
      } catch (RuntimeException e) {
        LOG.warn(
            "{} days of {}, {} the first, wait for their entries: {}",
            taken.size(),
            company,
            taken.isEmpty() ? "none" : taken.get(0).text(),
            e.toString());
        if (taken.isEmpty()) {
          return added;
        }
        writing.of(
            company,
            jdbc -> {
              DueDays.later(jdbc, company, taken, writing.now().plus(PAUSE));
              return null;
            });
      }
    } while (!taken.isEmpty() && !Thread.currentThread().isInterrupted());
    if (added > 0) {
      LOG.info("{} days of {} were planned: {} new entries", planned, company, added);
    }
    return added;
  }

  private int next(JdbcClient jdbc, String company, List<PostingDay> taken) {
    if (books.books(company).isEmpty()) {
      return 0;
    }
    taken.addAll(DueDays.take(jdbc, company, DAYS, writing.now()));
    if (taken.isEmpty()) {
      return 0;
    }
    DayPlan plans = new DayPlan(books.planner(company), new LedgerMirror(jdbc, company));
    Map<String, List<PostingDay>> byProperty =
        taken.stream()
            .collect(
                Collectors.groupingBy(PostingDay::propertyId, TreeMap::new, Collectors.toList()));
    int added = 0;
    for (Map.Entry<String, List<PostingDay>> each : byProperty.entrySet()) {
      List<PostingDay> days = each.getValue();
      PostingPlan plan = plans.make(each.getKey(), days, posted(company, days));
      added += postings.append(company, plan.postings());
      StoppedRows.settle(jdbc, company, each.getKey(), days, plan.stopped(), stops, writing.now());
    }
    DueDays.done(jdbc, company, taken);
    return added;
  }

  private List<Posting> posted(String company, List<PostingDay> days) {
    return postings.ofDays(company, days).stream().map(StoredPosting::posting).toList();
  }
}
