package dev.camelentrata.accounting.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.system.CallKind;
import dev.camelentrata.accounting.system.CallResult;
import dev.camelentrata.accounting.system.ConnectionBrokenException;
import dev.camelentrata.accounting.system.HeldEntry;
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
import java.util.Arrays;
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
  private final Function<Posting, Optional<HeldEntry>> lookUp;
  private final Clock clock;
  private final RequestKeys keys = new RequestKeys();

  QuickBooksSender(
      SystemCalls calls,
      QuickBooksAddress address,
      Charts charts,
      Function<Posting, Optional<HeldEntry>> lookUp,
      Clock clock) {
    this.calls = calls;
    this.address = address;
    this.charts = charts;
    this.lookUp = lookUp;
    this.clock = clock;
  }

  /** An entry with what is sent for it and its place in the list. */
  private record Item(int place, OutgoingEntry entry, Transaction transaction) {}

  List<SendOutcome> send(List<OutgoingEntry> entries) {
    SendOutcome[] outcomes = new SendOutcome[entries.size()];
    try {
      dispatch(items(entries, outcomes), outcomes);
    } catch (SystemUnavailableException e) {
      fill(outcomes, SendOutcome.later(e.getMessage(), e.notBefore()));
    } catch (ConnectionBrokenException e) {
      fill(outcomes, SendOutcome.disconnected(e.getMessage()));
    }
    for (int i = 0; i < outcomes.length; i++) {
      SendOutcome.Result result = outcomes[i].result();
      if (result == SendOutcome.Result.REFUSED || result == SendOutcome.Result.PERIOD_CLOSED) {
        keys.refused(entries.get(i));
      }
    }
    return Arrays.asList(outcomes);
  }

  private static void fill(SendOutcome[] outcomes, SendOutcome with) {
    for (int i = 0; i < outcomes.length; i++) {
      if (outcomes[i] == null) {
        outcomes[i] = with;
      }
    }
  }

  private List<Item> items(List<OutgoingEntry> entries, SendOutcome[] outcomes) {
    Chart chart = charts.chart();
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      try {
        items.add(new Item(i, entries.get(i), transaction(entries.get(i), chart)));
      } catch (UnsendableEntryException e) {
        outcomes[i] = SendOutcome.refused(e.getMessage());
      }
    }
    return items;
  }

  private Transaction transaction(OutgoingEntry entry, Chart chart) {
    try {
      return Transactions.of(entry, chart);
    } catch (UnsendableEntryException e) {
      return Transactions.of(entry, charts.fresh());
    }
  }

  private void dispatch(List<Item> items, SendOutcome[] outcomes) {
    Instant deadline = calls.deadline();
    List<Item> open = items;
    while (!open.isEmpty()) {
      Turn turn = calls.turn(kinds(open.size()), deadline);
      if (!(turn instanceof Turn.Granted granted)) {
        fill(outcomes, CallResult.unanswered(calls.noTurn(turn)));
        return;
      }
      int size = granted.kind() == CallKind.BATCH ? Math.min(BATCH, open.size()) : 1;
      List<Item> now = open.subList(0, size);
      open = open.subList(size, open.size());
      CallResult result =
          granted.kind() == CallKind.BATCH
              ? batch(now, outcomes, granted, deadline)
              : single(now.get(0), outcomes, granted, deadline);
      if (!(result instanceof CallResult.Answered)) {
        fill(outcomes, rest(result));
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

  /** What becomes of the entries whose turn had not come when a call failed. */
  private SendOutcome rest(CallResult result) {
    return result instanceof CallResult.Lost lost
        ? SendOutcome.later("not sent after " + lost.why(), clock.instant().plus(SHORT))
        : CallResult.unanswered(result);
  }

  private CallResult single(
      Item item, SendOutcome[] outcomes, Turn.Granted granted, Instant deadline) {
    Transaction transaction = item.transaction();
    SystemCall call =
        SystemCall.post(
            "sending an entry",
            address.create(transaction.entity(), keys.of(item.entry()).requestId()),
            Map.of(),
            calls.json().write(transaction));
    CallResult result = calls.call(call, granted, deadline);
    outcomes[item.place()] =
        result instanceof CallResult.Answered answered
            ? judge(item, answered.body(), call, answered)
            : CallResult.unanswered(result);
    return result;
  }

  private CallResult batch(
      List<Item> items, SendOutcome[] outcomes, Turn.Granted granted, Instant deadline) {
    List<Map<String, Object>> requests = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Map<String, Object> request = new LinkedHashMap<>();
      request.put("bId", Integer.toString(i + 1));
      request.put("operation", "create");
      request.put(items.get(i).transaction().entity(), items.get(i).transaction());
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
      items.forEach(item -> outcomes[item.place()] = CallResult.unanswered(result));
      return result;
    }
    Map<String, JsonNode> answers = new HashMap<>();
    answered.body().path("BatchItemResponse").forEach(e -> answers.put(e.path("bId").asText(), e));
    for (int i = 0; i < items.size(); i++) {
      JsonNode answer = answers.getOrDefault(Integer.toString(i + 1), answered.body());
      outcomes[items.get(i).place()] = judge(items.get(i), answer, call, answered);
    }
    return result;
  }

  private SendOutcome judge(
      Item item, JsonNode answer, SystemCall call, CallResult.Answered answered) {
    JsonNode made = answer.path(item.transaction().entity());
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

  private static boolean ours(Item item, JsonNode made) {
    return made.path("DocNumber")
        .asText(item.transaction().docNumber())
        .equals(item.transaction().docNumber());
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
  private SendOutcome duplicate(Item item, Fault fault) {
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
