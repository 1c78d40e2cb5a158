package dev.camelentrata.deadletter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** How many letters are open and since when; read again after a few seconds at the earliest. */
final class OpenLetters {

  private static final Duration MOMENT = Duration.ofSeconds(5);

  private final DeadLetterTransaction transaction;
  private final Set<String> companies;
  private Seen seen;

  /**
   * Open letters of all companies.
   *
   * @param oldest when the oldest came; null if there is none
   */
  record Seen(Map<DeadLetterKind, Long> counts, Instant oldest, Instant at) {

    long all() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    Duration age() {
      return oldest == null ? Duration.ZERO : Duration.between(oldest, at);
    }
  }

  OpenLetters(DataSource dataSource, Set<String> companies, Clock clock) {
    this.transaction = new DeadLetterTransaction(dataSource, clock);
    this.companies = Set.copyOf(companies);
  }

  synchronized Seen now() {
    Instant now = transaction.instant();
    if (seen == null || Duration.between(seen.at(), now).compareTo(MOMENT) >= 0) {
      seen = read(now);
    }
    return seen;
  }

  private Seen read(Instant now) {
    Map<DeadLetterKind, Long> counts = new EnumMap<>(DeadLetterKind.class);
    Instant[] oldest = new Instant[1];
    for (String company : companies) {
      transaction.write(
          company,
          jdbc -> {
            jdbc.sql(
                    """
                    select kind, count(*), min(created_at) from dead_letter
                    where company = ? and state = 'open' group by kind
                    """)
                .param(company)
                .query(
                    row -> {
                      counts.merge(
                          DeadLetterKind.ofSlug(row.getString(1)), row.getLong(2), Long::sum);
                      Instant first = row.getObject(3, OffsetDateTime.class).toInstant();
                      if (oldest[0] == null || first.isBefore(oldest[0])) {
                        oldest[0] = first;
                      }
                    });
            return null;
          });
    }
    return new Seen(Map.copyOf(counts), oldest[0], now);
  }
}
