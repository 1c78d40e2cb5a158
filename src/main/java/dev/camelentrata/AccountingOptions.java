package dev.camelentrata;

import dev.camelentrata.accounting.post.AccountingSettings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Set;

/** Reads the options {@code entrata.accounting.*}. */
final class AccountingOptions {

  private AccountingOptions() {}

  static AccountingSettings read(Options options, Set<String> companies) {
    options.text("entrata.accounting.plan.cron");
    options.integer("entrata.accounting.plan.period", 100, 3_600_000, 2_000);
    options.integer("entrata.accounting.send.period", 100, 3_600_000, 1_000);
    options.integer("entrata.accounting.lookup.period", 100, 3_600_000, 5_000);
    return new AccountingSettings(
        options.flag("entrata.accounting.enabled", true),
        companies,
        options.path("entrata.accounting.charge-codes", "routes/accounting/charge-codes.yaml"),
        options.text("entrata.accounting.from").map(AccountingOptions::month),
        options.integer("entrata.accounting.concurrency", 1, 10, 4),
        options.duration(
            "entrata.accounting.lease",
            Duration.ofSeconds(3),
            Duration.ofMinutes(10),
            Duration.ofMinutes(4)),
        options.duration(
            "entrata.accounting.settle",
            Duration.ZERO,
            Duration.ofMinutes(30),
            Duration.ofMinutes(2)),
        options.integer("entrata.replicas", 1, 1000, 1) == 1);
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "entrata.accounting.from is \"" + text + "\" but must be a month such as 2026-10.", e);
    }
  }
}
