package dev.camelentrata.accounting.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the accounts and classes of a company and keeps them for a while. Safe for many threads.
 */
final class Charts {

  private static final Duration KEPT = Duration.ofMinutes(15);
  private static final Duration SOON = Duration.ofMinutes(1);

  private final QuickBooksQuery query;
  private final Clock clock;
  private Chart chart;
  private Instant readAt = Instant.MIN;

  Charts(QuickBooksQuery query, Clock clock) {
    this.query = query;
    this.clock = clock;
  }

  Chart chart() {
    return notOlderThan(KEPT);
  }

  /** For what was not found in the other: perhaps it was added meanwhile. */
  Chart fresh() {
    return notOlderThan(SOON);
  }

  private synchronized Chart notOlderThan(Duration age) {
    if (chart == null || clock.instant().isAfter(readAt.plus(age))) {
      Instant now = clock.instant();
      chart = read();
      readAt = now;
    }
    return chart;
  }

  private Chart read() {
    Map<String, Chart.Account> accounts = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    Map<String, String> classes = new HashMap<>();
    query.all(
        "reading accounts",
        "Account",
        "",
        account -> {
          String id = account.path("Id").asText();
          String number = account.path("AcctNum").asText("");
          String name = number.isEmpty() ? id : number;
          names.put(id, name);
          if (account.path("Active").asBoolean(true)) {
            boolean bank = "Bank".equals(account.path("AccountType").asText());
            accounts.put(name, new Chart.Account(id, name, bank));
          }
        });
    query.all(
        "reading classes",
        "Class",
        "",
        each -> {
          if (each.path("Active").asBoolean(true)) {
            names(each, classes);
          }
        });
    return new Chart(accounts, names, classes);
  }

  private static void names(JsonNode each, Map<String, String> classes) {
    String id = each.path("Id").asText();
    classes.putIfAbsent(each.path("Name").asText(), id);
    String whole = each.path("FullyQualifiedName").asText("");
    if (!whole.isEmpty()) {
      classes.put(whole, id);
    }
  }
}
