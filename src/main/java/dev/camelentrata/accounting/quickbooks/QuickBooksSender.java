package dev.camelentrata.accounting.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.system.CallKind;
import dev.camelentrata.accounting.system.CallResult;
import dev.camelentrata.accounting.system.ConnectionBrokenException;
import dev.camelentrata.accounting.system.HeldEntry;
import dev.camelentrata.accounting.system.Outcomes;
import dev.camelentrata.accounting.system.Outcomes.Item;
import dev.camelentrata.accounting.system.OutgoingEntry;
import dev.camelentrata.accounting.system.RequestKeys;
import dev.camelentrata.accounting.system.SendOutcome;
import dev.camelentrata.accounting.system.SystemCall;
import dev.camelentrata.accounting.system.SystemCalls;
import dev.camelentrata.accounting.system.SystemUnavailableException;
import dev.camelentrata.accounting.system.Turn;
import dev.camelentrata.accounting.system.UnsendableEntryException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends entries to QuickBooks. Many go in batches; when all batches of a minute are used up, the
 * calls that the limit leaves carry one entry each.
 */
final class QuickBooksSender {

  /** The most that QuickBooks takes in one batch. */
  static final int BATCH = 30;

  /** From so many on a batch is worth one of the few batches of a minute. */
  private static final int MANY = 12;

  private static final Duration SHORT = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final SystemCalls calls;
  private final QuickBooksAddress address;
  private final Charts charts;
  private final Customers customers;
  private final Function<Posting, Optional<HeldEntry>> lookUp;
  private final Clock clock;
  private final RequestKeys keys = new RequestKeys();

  QuickBooksSender(
      SystemCalls calls,
      QuickBooksAddress address,
      Charts charts,
      Customers customers,
      Function<Posting, Optional<HeldEntry>> lookUp,
      Clock clock) {
    this.calls = calls;
    this.address = address;
    this.charts = charts;
    this.customers = customers;
    this.lookUp = lookUp;
    this.clock = clock;
  }

  List<SendOutcome> send(List<OutgoingEntry> entries) {
    return Outcomes.of(
        entries,
        keys,
        outcomes -> {
          Chart chart = charts.chart();
          Map<String, String> ids = customers.ids(names(entries));
          dispatch(outcomes.items(entries, entry -> transaction(entry, chart, ids)), outcomes);
        });
  }

  private static List<String> names(List<OutgoingEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.posting().document() != null)
        .map(entry -> entry.posting().document().customer())
        .distinct()
        .toList();
  }

  private Transaction transaction(OutgoingEntry entry, Chart chart, Map<String, String> ids) {
    try {
      return Transactions.of(entry, chart, ids);
    } catch (UnsendableEntryException e) {
      return Transactions.of(entry, charts.fresh(), ids);
    }
  }

  private void dispatch(List<Item<Transaction>> items, Outcomes outcomes) {
    Instant deadline = calls.deadline();
    List<Item<Transaction>> open = items;
    while (!open.isEmpty()) {
      Turn turn = calls.turn(kinds(open.size()), deadline);
      if (!(turn instanceof Turn.Granted granted)) {
        outcomes.rest(CallResult.unanswered(calls.noTurn(turn)));
        return;
      }
      int size = granted.kind() == CallKind.BATCH ? Math.min(BATCH, open.size()) : 1;
      List<Item<Transaction>> now = open.subList(0, size);
      open = open.subList(size, open.size());
      CallResult result =
          granted.kind() == CallKind.BATCH
              ? batch(now, outcomes, granted, deadline)
              : single(now.get(0), outcomes, granted, deadline);
      if (!(result instanceof CallResult.Answered)) {
        outcomes.rest(CallResult.notTried(result, clock.instant().plus(SHORT)));
        return;
      }
    }
  }

  private static List<CallKind> kinds(int size) {
    if (size == 1) {
      return List.of(CallKind.SINGLE);
    }
    return size >= MANY
        ? List.of(CallKind.BATCH, CallKind.SINGLE)
        : List.of(CallKind.SINGLE, CallKind.BATCH);
  }

  private CallResult single(
      Item<Transaction> item, Outcomes outcomes, Turn.Granted granted, Instant deadline) {
    Transaction transaction = item.content();
    SystemCall call =
        SystemCall.post(
            "sending an entry",
            address.create(transaction.entity(), keys.of(item.entry()).requestId()),
            Map.of(),
            calls.json().write(transaction));
    CallResult result = calls.call(call, granted, deadline);
    outcomes.set(
        item,
        result instanceof CallResult.Answered answered
            ? judge(item, answered.body(), call, answered)
            : CallResult.unanswered(result));
    return result;
  }

  private CallResult batch(
      List<Item<Transaction>> items, Outcomes outcomes, Turn.Granted granted, Instant deadline) {
    List<Map<String, Object>> requests = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Map<String, Object> request = new LinkedHashMap<>();
      request.put("bId", Integer.toString(i + 1));
      request.put("operation", "create");
      request.put(items.get(i).content().entity(), items.get(i).content());
      requests.add(request);
    }
    String requestId = keys.of(items.stream().map(Item::entry).toList()).batchRequestId();
    SystemCall call =
        SystemCall.post(
            "sending " + items.size() + " entries",
            address.batch(requestId),
            Map.of(),
            calls.json().write(Map.of("BatchItemRequest", requests)));
    CallResult result = calls.call(call, granted, deadline);
    if (!(result instanceof CallResult.Answered answered)) {
      items.forEach(item -> outcomes.set(item, CallResult.unanswered(result)));
      return result;
    }
    Map<String, JsonNode> answers = new HashMap<>();
    answered.body().path("BatchItemResponse").forEach(e -> answers.put(e.path("bId").asText(), e));
    for (int i = 0; i < items.size(); i++) {
      JsonNode answer = answers.getOrDefault(Integer.toString(i + 1), answered.body());
      outcomes.set(items.get(i), judge(items.get(i), answer, call, answered));
    }
    return result;
  }

  private SendOutcome judge(
      Item<Transaction> item, JsonNode answer, SystemCall call, CallResult.Answered answered) {
    JsonNode made = answer.path(item.content().entity());
    if (made.hasNonNull("Id") && ours(item, made)) {
      return SendOutcome.taken(made.path("Id").asText());
    }
    Fault fault = Fault.in(answer);
    if (fault != null && !fault.code().isEmpty()) {
      return fault.duplicate() ? duplicate(item, fault) : fault.outcome(clock.instant());
    }
    return answered.ok()
        ? SendOutcome.uncertain(calls.say(call, "an answer that does not tell of the entry"))
        : unexpected(call, answered.status());
  }

  private static boolean ours(Item<Transaction> item, JsonNode made) {
    return made.path(item.content().numberField())
        .asText(item.content().docNumber())
        .equals(item.content().docNumber());
  }

  private SendOutcome unexpected(SystemCall call, int status) {
    String words = calls.say(call, "status " + status);
    return switch (status) {
      case 403 -> SendOutcome.disconnected(words);
      case 400, 413, 422 -> SendOutcome.refused(words);
      default -> SendOutcome.later(words, clock.instant().plus(LONG));
    };
  }

  /** Its number is taken: by itself, from an earlier try, or by something else. */
  private SendOutcome duplicate(Item<Transaction> item, Fault fault) {
    try {
      return lookUp
          .apply(item.entry().posting())
          .map(held -> SendOutcome.taken(held.externalId()))
          .orElseGet(() -> fault.outcome(clock.instant()));
    } catch (SystemUnavailableException e) {
      return SendOutcome.uncertain(e.getMessage());
    } catch (ConnectionBrokenException e) {
      return SendOutcome.disconnected(e.getMessage());
    }
  }
}
