package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.deadletter.DeadLetterKind;
import dev.camelentrata.deadletter.DeadLetterQuery;
import dev.camelentrata.deadletter.ReplayCaller;
import dev.camelentrata.deadletter.Replays;
import dev.camelentrata.security.AuditLog;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: begins to replay all open dead letters that fit the body's filters. */
final class ReplayDeadLetters implements Processor {

  private static final List<String> KINDS =
      Arrays.stream(DeadLetterKind.values()).map(DeadLetterKind::slug).toList();

  private final Replays replays;
  private final JsonBody body;
  private final AuditLog audit;

  ReplayDeadLetters(Replays replays, JsonBody body, AuditLog audit) {
    this.replays = replays;
    this.body = body;
    this.audit = audit;
  }

  /**
   * How many letters are replayed.
   *
   * @param matching all of them
   * @param byKind the same by their kinds
   */
  record Begun(int matching, Map<String, Integer> byKind) {}

  /** The answer, in the same shape as others. */
  record One(Begun data) {}

  @Override
  public void process(Exchange exchange) throws IOException {
    Call call = Call.of(exchange);
    DeadLetterQuery query = query(body.read(exchange));
    Map<DeadLetterKind, Integer> counts =
        replays.replay(new ReplayCaller(call.viewer(), call.session().id()), query);
    Map<String, Integer> byKind = new TreeMap<>();
    counts.forEach((kind, count) -> byKind.put(kind.slug(), count));
    int matching = counts.values().stream().mapToInt(Integer::intValue).sum();
    audit.append(
        call.token().id(),
        "dead-letters.replayed",
        call.viewer().company(),
        call.request().remote(),
        "ok",
        Map.of("matching", Integer.toString(matching)));
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange.getMessage().setBody(new One(new Begun(matching, byKind)));
  }

  private static DeadLetterQuery query(ObjectNode object) {
    List<FieldError> errors = new ArrayList<>();
    FieldReader fields = new FieldReader(object, "", errors);
    String kind = fields.text("kind", 64);
    if (kind != null && !KINDS.contains(kind)) {
      fields.wrong("kind", "must be one of " + String.join(", ", KINDS));
    }
    String route = fields.text("route", 200);
    String propertyId = fields.text("propertyId", 64);
    Instant from = time(fields, "from");
    Instant to = time(fields, "to");
    fields.refuseOthers();
    if (from != null && to != null && from.isAfter(to)) {
      fields.wrong("from", "must not be after to");
    }
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    return new DeadLetterQuery(
        kind == null ? null : DeadLetterKind.ofSlug(kind), null, route, propertyId, from, to);
  }

  private static Instant time(FieldReader fields, String name) {
    String text = fields.text(name, 64);
    try {
      return text == null ? null : TimeText.read(text);
    } catch (IllegalArgumentException e) {
      fields.wrong(name, TimeText.FAULT);
      return null;
    }
  }
}
