package dev.camelentrata.accounting.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Reads the accounts, classes and items of a company and keeps them for a while. Safe for many
 * threads.
 */
final class Charts {

  private static final Duration KEPT = Duration.ofMinutes(15);
  private static final Duration SOON = Duration.ofMinutes(1);

  private static final Set<String> SERVICES = Set.of("Service", "NonInventory");

  private final QuickBooksQuery query;
  private final Clock clock;
  private final BooleanSupplier documents;
  private Chart chart;
  private boolean withItems;
  private Instant readAt = Instant.MIN;

  /**
   * Reads by these queries.
   *
   * @param documents whether there are invoices, which need items
   */
  Charts(QuickBooksQuery query, Clock clock, BooleanSupplier documents) {
    this.documents = documents;
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
    boolean items = withItems || documents.getAsBoolean();
    if (chart == null || items != withItems || clock.instant().isAfter(readAt.plus(age))) {
      Instant now = clock.instant();
      chart = read(items);
      withItems = items;
      readAt = now;
    }
    return chart;
  }

  private Chart read(boolean sales) {
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
    Map<String, String> items = new HashMap<>();
    Map<String, String> sold = new HashMap<>();
    if (sales) {
      query.all("reading items", "Item", " orderby Id", each -> item(each, items, sold));
    }
    return new Chart(accounts, names, classes, items, sold);
  }

  /** Goods in stock are none of ours: an invoice would take them out. */
  private static void item(JsonNode each, Map<String, String> items, Map<String, String> sold) {
    String account = each.path("IncomeAccountRef").path("value").asText("");
    String id = each.path("Id").asText();
    sold.put(id, account);
    if (!account.isEmpty()
        && SERVICES.contains(each.path("Type").asText())
        && each.path("Active").asBoolean(true)) {
      items.putIfAbsent(account, id);
    }
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
