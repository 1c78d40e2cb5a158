package dev.camelentrata.accounting.post;

import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/**
 * How ledgers go to the books.
 *
 * @param enabled whether this process plans and sends at all
 * @param companies the companies that may have books
 * @param chargeCodes the file that says where charge codes go
 * @param from the first month that goes to the books; empty: the month before the one in which a
 *     property's ledger was first read
 * @param concurrency how many batches of one connection this process has under way at once
 * @param lease how long one who sends may be silent before another takes over
 * @param settle how long an entry whose answer was lost may still arrive
 * @param alone whether no other process works on the same database
 */
public record AccountingSettings(
    boolean enabled,
    Set<String> companies,
    Path chargeCodes,
    Optional<YearMonth> from,
    int concurrency,
    Duration lease,
    Duration settle,
    boolean alone) {

  public AccountingSettings {
    companies = Set.copyOf(companies);
  }
}
