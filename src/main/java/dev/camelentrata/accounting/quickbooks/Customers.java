package dev.camelentrata.accounting.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.system.CallResult;
import dev.camelentrata.accounting.system.RequestKeys;
import dev.camelentrata.accounting.system.SendOutcome;
import dev.camelentrata.accounting.system.SystemCall;
import dev.camelentrata.accounting.system.SystemCalls;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The customers that invoices are for, by their display names; one that is not there is added when
 * it is needed. Safe for many threads.
 */
final class Customers {

  /** How many names a query holds without becoming too long. */
  private static final int TOGETHER = 30;

  private final SystemCalls calls;
  private final QuickBooksAddress address;
  private final QuickBooksQuery query;
  private final Clock clock;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  Customers(SystemCalls calls, QuickBooksAddress address, QuickBooksQuery query, Clock clock) {
    this.clock = clock;
    this.calls = calls;
    this.address = address;
    this.query = query;
  }

  /** The id of each, without those that QuickBooks will not add. */
  Map<String, String> ids(Collection<String> names) {
    List<String> missing = missing(names);
    for (int from = 0; from < missing.size(); from += TOGETHER) {
      find(missing.subList(from, Math.min(missing.size(), from + TOGETHER)));
    }
    missing(missing).forEach(this::add);
    Map<String, String> ids = new LinkedHashMap<>();
    names.stream().filter(known::containsKey).forEach(name -> ids.put(name, known.get(name)));
    return ids;
  }

  private List<String> missing(Collection<String> names) {
    List<String> missing = new ArrayList<>(new TreeSet<>(names));
    missing.removeAll(known.keySet());
    return missing;
  }

  private void find(List<String> names) {
    String quoted =
        names.stream()
            .map(name -> "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'")
            .collect(Collectors.joining(", "));
    query.all(
        "looking customers up",
        "Customer",
        " where DisplayName in (" + quoted + ")",
        each -> known.put(each.path("DisplayName").asText(), each.path("Id").asText()));
  }

  /** Under a key made of the name, so that two who add the same at once add one. */
  private void add(String name) {
    SystemCall call =
        SystemCall.post(
            "adding a customer",
            address.create("Customer", RequestKeys.digest("customer " + name).requestId()),
            Map.of(),
            calls.json().write(new Customer(name)));
    CallResult result = calls.call(call, calls.deadline());
    if (result instanceof CallResult.Answered answered && !answered.ok()) {
      Fault fault = Fault.in(answered.body());
      if (fault != null && fault.outcome(clock.instant()).result() == SendOutcome.Result.REFUSED) {
        return;
      }
    }
    JsonNode made = calls.required(call, result).path("Customer");
    known.put(name, made.path("Id").asText());
  }

  /** QuickBooks' Customer, as far as we write it. */
  record Customer(String displayName) {}
}
