package dev.camelentrata.accounting.xero;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.system.SystemCall;
import dev.camelentrata.accounting.system.SystemCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads the accounts of an organisation and keeps them for a while. Safe for many threads. */
final class Charts {

  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofMinutes(5);
  private static final Set<String> CLOSED = Set.of("DEBTORS", "CREDITORS");

  private final SystemCalls calls;
  private final XeroAddress address;
  private final Clock clock;
  private Chart chart;
  private Instant readAt = Instant.MIN;

  Charts(SystemCalls calls, XeroAddress address, Clock clock) {
    this.calls = calls;
    this.address = address;
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
    JsonNode answer =
        calls.require(
            SystemCall.get("reading accounts", address.at("Accounts"), address.headers()));
    Map<String, String> types = new HashMap<>();
    Set<String> system = new HashSet<>();
    for (JsonNode account : answer.path("Accounts")) {
      String code = account.path("Code").asText("");
      if (!code.isEmpty() && account.path("Status").asText("ACTIVE").equals("ACTIVE")) {
        types.put(code, account.path("Type").asText(""));
        if (CLOSED.contains(account.path("SystemAccount").asText(""))) {
          system.add(code);
        }
      }
    }
    return new Chart(types, system);
  }
}
