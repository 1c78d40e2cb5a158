package dev.camelentrata.accounting;

import dev.camelentrata.event.Event;
import dev.camelentrata.event.EventSubscriptions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds out which days are to be planned: those of properties whose ledger has been read completely
 * for the first time, those that events tell of, those where something changed that makes no event
 * (what a payment pays), and those that were stopped when the charge codes are edited. Any number
 * of processes may do so at once. Safe for many threads.
 */
public final class WatchLedgers {

  private static final Logger LOG = LoggerFactory.getLogger(WatchLedgers.class);

  static final String SUBSCRIPTION = "accounting";

  private static final List<String> TYPES =
      List.of(
          "ledger_transaction.*",
          "charge.*",
          "payment.*",
          "deposit.*",
          "concession.*",
          "bank_deposit.*",
          "charge_code.*");

  private static final int EVENTS = 1_000;

  /** How long a transaction that writes the mirror may take until its rows are seen. */
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  private static final List<String> RESOURCES = List.of("ledger-transactions", "bank-deposits");

  private final BooksTransaction writing;
  private final EventSubscriptions events;
  private final BooksSource books;
  private final Optional<YearMonth> from;
  private final Map<String, CompanyBooks> seen = new ConcurrentHashMap<>();

  /**
   * @param from the first month that goes to the books; empty: the month before the one in which a
   *     property is begun with
   */
  public WatchLedgers(
      BooksTransaction writing,
      EventSubscriptions events,
      BooksSource books,
      Optional<YearMonth> from) {
    this.writing = writing;
    this.events = events;
    this.books = books;
    this.from = from;
  }

  /**
   * Looks at all that tells of days; gives how many it named. Nothing for a company without books.
   */
  public int look(String company) {
    Optional<CompanyBooks> now = books.books(company);
    if (now.isEmpty()) {
      return 0;
    }
    int named = 0;
    int more;
    do {
      more = writing.of(company, jdbc -> take(jdbc, company, now.get()));
      named += Math.max(0, more);
    } while (more >= 0);
    named += writing.of(company, jdbc -> begin(jdbc, company));
    CompanyBooks before = seen.put(company, now.get());
    if (before != now.get()) {
      named +=
          writing.of(company, jdbc -> mark(jdbc, company, StoppedRows.days(jdbc, company, null)));
    }
    return named;
  }

  /** Looks at what was written to the mirror lately, whether it made events or not. */
  public int sweep(String company) {
    return books.books(company).isEmpty() ? 0 : writing.of(company, jdbc -> sweep(jdbc, company));
  }

  /** Names all days of the company. */
  public int all(String company) {
    return books.books(company).isEmpty()
        ? 0
        : writing.of(
            company,
            jdbc -> {
              TouchedDays days = new TouchedDays(jdbc, company);
              return mark(jdbc, company, days.ofProperties(days.properties()))
                  + mark(jdbc, company, StoppedRows.days(jdbc, company, null));
            });
  }

  /** Names the days of a property on which something is stopped; whether there are such. */
  public boolean again(String company, String propertyId) {
    return writing.of(
        company, jdbc -> mark(jdbc, company, StoppedRows.days(jdbc, company, propertyId)) > 0);
  }

  /** Takes the next events; gives how many days they name, or -1 if there were none. */
  private int take(JdbcClient jdbc, String company, CompanyBooks books) {
    List<Event> next = events.next(company, SUBSCRIPTION, TYPES, EVENTS);
    if (next.isEmpty()) {
      return -1;
    }
    TouchedDays days = new TouchedDays(jdbc, company);
    Set<PostingDay> touched = new HashSet<>();
    touched.addAll(days.ofTransactions(ids(next, "ledger-transaction")));
    touched.addAll(days.ofDeposits(ids(next, "bank-deposit")));
    if (next.stream().anyMatch(event -> event.entity().equals("charge-code"))) {
      touched.addAll(days.ofProperties(days.properties()));
    } else if (books.basis() == Basis.CASH) {
      touched.addAll(days.ofProperties(payingOtherwise(next, days.properties())));
    }
    int named = mark(jdbc, company, touched);
    events.taken(company, SUBSCRIPTION, next.get(next.size() - 1).position());
    return named;
  }

  private static Set<String> ids(List<Event> events, String entity) {
    return events.stream()
        .filter(event -> event.entity().equals(entity))
        .map(Event::entityId)
        .collect(Collectors.toSet());
  }

  /** On cash basis what a charge is called moves what is paid of it, on whichever day. */
  private static Set<String> payingOtherwise(List<Event> events, Set<String> properties) {
    return events.stream()
        .filter(event -> event.entity().equals("ledger-transaction") && event.before() != null)
        .filter(event -> event.after() != null)
        .filter(event -> LedgerJson.tree(event.before()).has("chargeCodeId"))
        .map(Event::propertyId)
        .filter(properties::contains)
        .collect(Collectors.toSet());
  }

  /** Begins with properties whose ledger, and the company's charge codes, were read completely. */
  private int begin(JdbcClient jdbc, String company) {
    OffsetDateTime now = writing.now();
    LocalDate month = from.orElse(YearMonth.from(now).minusMonths(1)).atDay(1);
    Set<String> begun =
        new HashSet<>(
            jdbc.sql(
                    """
                    insert into posting_start
                      (company, property_id, resource, first_month, begun_at, swept_to)
                    select f.company, f.property_id, f.resource, :month, :now, :now from freshness f
                    where f.company = :company and f.resource = any (:resources)
                      and f.complete_as_of is not null
                      and exists (select 1 from freshness c where c.company = f.company
                        and c.resource = 'charge-codes' and c.complete_as_of is not null)
                    on conflict do nothing
                    returning property_id
                    """)
                .param("month", month)
                .param("now", now)
                .param("company", company)
                .param("resources", RESOURCES.toArray(String[]::new))
                .query(String.class)
                .list());
    if (from.isPresent()) {
      begun.addAll(
          jdbc.sql(
                  "update posting_start set first_month = ? where company = ? and first_month > ?"
                      + " returning property_id")
              .params(month, company, month)
              .query(String.class)
              .list());
    }
    if (begun.isEmpty()) {
      return 0;
    }
    TouchedDays days = new TouchedDays(jdbc, company);
    int named = mark(jdbc, company, days.ofProperties(begun));
    LOG.info(
        "The ledgers of {} properties of {} go to the books from {} on: {} days",
        begun.size(),
        company,
        YearMonth.from(month),
        named);
    return named;
  }

  private int sweep(JdbcClient jdbc, String company) {
    OffsetDateTime now = writing.now();
    TouchedDays days = new TouchedDays(jdbc, company);
    int named = 0;
    for (String resource : RESOURCES) {
      OffsetDateTime since =
          jdbc.sql("select min(swept_to) from posting_start where company = ? and resource = ?")
              .params(company, resource)
              .query(OffsetDateTime.class)
              .optional()
              .orElse(null);
      if (since != null) {
        named += mark(jdbc, company, days.since(resource, since.minus(OVERLAP)));
        jdbc.sql(
                "update posting_start set swept_to = ? where company = ? and resource = ?"
                    + " and swept_to < ?")
            .params(now, company, resource, now)
            .update();
      }
    }
    return named;
  }

  private int mark(JdbcClient jdbc, String company, Collection<PostingDay> days) {
    return DueDays.mark(jdbc, company, days, writing.now());
  }
}
