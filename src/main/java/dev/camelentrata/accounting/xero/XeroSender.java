package dev.camelentrata.accounting.xero;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.system.CallResult;
import dev.camelentrata.accounting.system.Outcomes;
import dev.camelentrata.accounting.system.Outcomes.Item;
import dev.camelentrata.accounting.system.OutgoingEntry;
import dev.camelentrata.accounting.system.RequestKeys;
import dev.camelentrata.accounting.system.SendOutcome;
import dev.camelentrata.accounting.system.SystemCall;
import dev.camelentrata.accounting.system.SystemCalls;
import dev.camelentrata.accounting.system.UnsendableEntryException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sends entries to Xero, as many in a call as it takes. */
final class XeroSender {

  private static final Duration SHORT = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final SystemCalls calls;
  private final XeroAddress address;
  private final Charts charts;
  private final Clock clock;
  private final RequestKeys keys = new RequestKeys();

  XeroSender(SystemCalls calls, XeroAddress address, Charts charts, Clock clock) {
    this.calls = calls;
    this.address = address;
    this.charts = charts;
    this.clock = clock;
  }

  List<SendOutcome> send(List<OutgoingEntry> entries) {
    return Outcomes.of(
        entries,
        keys,
        outcomes -> {
          Chart chart = charts.chart();
          dispatch(outcomes.items(entries, entry -> document(entry, chart)), outcomes);
        });
  }

  private Document document(OutgoingEntry entry, Chart chart) {
    try {
      return Documents.of(entry, chart);
    } catch (UnsendableEntryException e) {
      return Documents.of(entry, charts.fresh());
    }
  }

  private void dispatch(List<Item<Document>> items, Outcomes outcomes) {
    Instant deadline = calls.deadline();
    for (DocumentKind kind : DocumentKind.values()) {
      List<Item<Document>> open =
          items.stream()
              .filter(item -> DocumentKind.of(item.content()) == kind)
              .filter(item -> !(item.content() instanceof PaymentSet))
              .toList();
      for (int from = 0; from < open.size(); from += Document.MOST) {
        List<Item<Document>> now = open.subList(from, Math.min(open.size(), from + Document.MOST));
        CallResult result = send(kind, now, outcomes, deadline);
        if (!(result instanceof CallResult.Answered)) {
          outcomes.rest(CallResult.notTried(result, clock.instant().plus(SHORT)));
          return;
        }
      }
    }
    for (Item<Document> item : items) {
      if (item.content() instanceof PaymentSet set) {
        CallResult result = send(item, set, outcomes, deadline);
        if (!(result instanceof CallResult.Answered)) {
          outcomes.rest(CallResult.notTried(result, clock.instant().plus(SHORT)));
          return;
        }
      }
    }
  }

  /** All payments of one entry in a call of their own, which takes all or none. */
  private CallResult send(
      Item<Document> item, PaymentSet set, Outcomes outcomes, Instant deadline) {
    DocumentKind kind = DocumentKind.PAYMENTS;
    Map<String, String> headers = new HashMap<>(address.headers());
    headers.put("Idempotency-Key", key(List.of(item)));
    SystemCall call =
        new SystemCall(
            "sending the payments of an entry",
            kind.method(),
            address.sendWhole(kind),
            headers,
            calls.json().write(Map.of(kind.path(), set.payments())));
    CallResult result = calls.call(call, deadline);
    if (!(result instanceof CallResult.Answered answered)) {
      outcomes.set(item, CallResult.unanswered(result));
      return result;
    }
    JsonNode made = answered.body().path(kind.path());
    boolean all = answered.ok() && made.size() == set.payments().size();
    outcomes.set(
        item, all ? judge(kind, item, made.path(0), call, answered) : whole(call, answered));
    return result;
  }

  private CallResult send(
      DocumentKind kind, List<Item<Document>> items, Outcomes outcomes, Instant deadline) {
    Map<String, String> headers = new HashMap<>(address.headers());
    headers.put("Idempotency-Key", key(items));
    SystemCall call =
        new SystemCall(
            "sending " + items.size() + " " + kind.path(),
            kind.method(),
            address.send(kind),
            headers,
            calls.json().write(Map.of(kind.path(), items.stream().map(Item::content).toList())));
    CallResult result = calls.call(call, deadline);
    if (result instanceof CallResult.Answered answered) {
      judge(kind, items, outcomes, call, answered);
    } else {
      items.forEach(item -> outcomes.set(item, CallResult.unanswered(result)));
    }
    return result;
  }

  private String key(List<Item<Document>> items) {
    return items.size() == 1
        ? keys.of(items.get(0).entry()).idempotencyKey()
        : keys.of(items.stream().map(Item::entry).toList()).idempotencyKey();
  }

  /** Each document by itself: Xero answers in the order in which they were sent. */
  private void judge(
      DocumentKind kind,
      List<Item<Document>> items,
      Outcomes outcomes,
      SystemCall call,
      CallResult.Answered answered) {
    JsonNode documents = answered.body().path(answered.ok() ? kind.path() : "Elements");
    boolean each = documents.size() == items.size() && (answered.ok() || blamed(documents));
    for (int i = 0; i < items.size(); i++) {
      Item<Document> item = items.get(i);
      JsonNode document = documents.path(each ? i : -1);
      outcomes.set(
          item,
          document.isMissingNode()
              ? whole(call, answered)
              : judge(kind, item, document, call, answered));
    }
  }

  /** Whether the reason why a call is refused is with one of its documents. */
  private static boolean blamed(JsonNode documents) {
    for (JsonNode document : documents) {
      if (XeroErrors.words(document) != null) {
        return true;
      }
    }
    return false;
  }

  private SendOutcome judge(
      DocumentKind kind,
      Item<Document> item,
      JsonNode document,
      SystemCall call,
      CallResult.Answered answered) {
    String words = XeroErrors.words(document);
    if (words != null) {
      return XeroErrors.outcome(words);
    }
    String id = document.path(kind.id()).asText("");
    boolean error = document.path("StatusAttributeString").asText("").equals("ERROR");
    if (!answered.ok() || error) {
      return answered.ok()
          ? SendOutcome.refused(calls.say(call, "refused without a reason"))
          : SendOutcome.later(calls.say(call, "refused for another entry"), clock.instant());
    }
    boolean ours =
        document.path(kind.reference()).asText(item.docNumber()).startsWith(item.docNumber());
    return id.isEmpty() || !ours
        ? SendOutcome.uncertain(calls.say(call, "an answer that does not tell of the entry"))
        : SendOutcome.taken(id);
  }

  /** An answer that tells of none of its documents. */
  private SendOutcome whole(SystemCall call, CallResult.Answered answered) {
    if (answered.ok()) {
      return SendOutcome.uncertain(calls.say(call, "an answer that does not tell of the entry"));
    }
    String words = XeroErrors.ofCall(answered.body());
    String told = calls.say(call, "status " + answered.status() + ", " + words);
    return switch (answered.status()) {
      case 403 -> SendOutcome.disconnected(told);
      case 400, 413, 422 -> XeroErrors.outcome(words);
      default -> SendOutcome.later(told, clock.instant().plus(LONG));
    };
  }
}
