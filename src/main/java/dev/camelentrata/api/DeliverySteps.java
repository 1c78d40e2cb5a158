package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.security.AuditLog;
import dev.camelentrata.webhook.Deliveries;
import dev.camelentrata.webhook.Delivery;
import dev.camelentrata.webhook.DeliveryAttempt;
import dev.camelentrata.webhook.DeliveryId;
import dev.camelentrata.webhook.DeliveryQuery;
import dev.camelentrata.webhook.DeliveryState;
import dev.camelentrata.webhook.Replay;
import dev.camelentrata.webhook.WebhookCaller;
import dev.camelentrata.webhook.WebhookEndpoint;
import dev.camelentrata.webhook.WebhookEndpoints;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.camel.Exchange;

/** Steps: each tells of deliveries, or has something delivered once more. */
final class DeliverySteps {

  private static final Duration LONGEST_RANGE = Duration.ofDays(30);

  private final WebhookEndpoints endpoints;
  private final Deliveries deliveries;
  private final Cursors cursors;
  private final JsonBody body;
  private final AuditLog audit;
  private final Clock clock;

  DeliverySteps(
      WebhookEndpoints endpoints,
      Deliveries deliveries,
      Cursors cursors,
      JsonBody body,
      AuditLog audit,
      Clock clock) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.cursors = cursors;
    this.body = body;
    this.audit = audit;
    this.clock = clock;
  }

  private static void answer(Exchange exchange, Call call, Object answer) {
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange.getMessage().setBody(answer);
  }

  private static String endpointId(Call call) {
    return call.request().pathParameters().get("webhookEndpointId");
  }

  private WebhookEndpoint endpoint(WebhookCaller caller, String id) {
    return endpoints.find(caller, id).orElseThrow(WebhookSteps::noEndpoint);
  }

  private void requireEnabled(WebhookCaller caller, String id) {
    if (endpoint(caller, id).disabled()) {
      throw ApiException.of(
          ProblemType.ENDPOINT_DISABLED,
          "Webhook endpoint "
              + id
              + " is disabled. Enable it first with PATCH and {\"disabled\": false}.");
    }
  }

  void list(Exchange exchange) {
    Call call = Call.of(exchange);
    WebhookCaller caller = WebhookSteps.caller(call);
    PageRequest wanted = call.page();
    WebhookEndpoint endpoint = endpoint(caller, endpointId(call));
    List<Delivery> found =
        deliveries.list(
            caller,
            new DeliveryQuery(
                endpoint.id(),
                call.parameters().text("state").map(DeliveryState::ofSlug).orElse(null),
                call.parameters().text("type").orElse(null),
                wanted.afterSequence(),
                wanted.limit() + 1));
    answer(
        exchange,
        call,
        wanted.page(found, cursors, Delivery::id, delivery -> DeliveryView.of(delivery, null)));
  }

  void find(Exchange exchange) {
    Call call = Call.of(exchange);
    WebhookCaller caller = WebhookSteps.caller(call);
    Delivery delivery = delivery(call, caller);
    List<DeliveryAttempt> tried = deliveries.attempts(caller, delivery.id());
    answer(exchange, call, new DeliveryView.One(DeliveryView.of(delivery, tried)));
  }

  private Delivery delivery(Call call, WebhookCaller caller) {
    OptionalLong id = DeliveryId.parse(call.request().pathParameters().get("deliveryId"));
    return (id.isPresent() ? deliveries.find(caller, id.getAsLong()) : Optional.<Delivery>empty())
        .orElseThrow(
            () ->
                ApiException.of(
                    ProblemType.NOT_FOUND,
                    "There is no such delivery; GET /webhook-endpoints/{id}/deliveries lists"
                        + " them."));
  }

  void replay(Exchange exchange) {
    Call call = Call.of(exchange);
    WebhookCaller caller = WebhookSteps.caller(call);
    Delivery known = delivery(call, caller);
    requireEnabled(caller, known.endpointId());
    Delivery again = deliveries.replay(caller, known.id()).orElse(known);
    WebhookSteps.audit(audit, call, "webhook.replayed", DeliveryId.text(again.id()));
    accepted(exchange, call, again);
  }

  void test(Exchange exchange) {
    Call call = Call.of(exchange);
    WebhookCaller caller = WebhookSteps.caller(call);
    requireEnabled(caller, endpointId(call));
    Delivery made = deliveries.test(caller, endpointId(call)).orElseThrow(WebhookSteps::noEndpoint);
    WebhookSteps.audit(audit, call, "webhook.tested", endpointId(call));
    accepted(exchange, call, made);
  }

  private static void accepted(Exchange exchange, Call call, Delivery delivery) {
    call.responseHeaders().put("Location", "/deliveries/" + DeliveryId.text(delivery.id()));
    answer(exchange, call, new DeliveryView.One(DeliveryView.of(delivery, null)));
  }

  void replayRange(Exchange exchange) throws IOException {
    Call call = Call.of(exchange);
    WebhookCaller caller = WebhookSteps.caller(call);
    Range range = range(body.read(exchange));
    requireEnabled(caller, endpointId(call));
    Replay replay =
        deliveries
            .replay(caller, endpointId(call), range.from(), range.to())
            .orElseThrow(WebhookSteps::noEndpoint);
    WebhookSteps.audit(audit, call, "webhook.range-replayed", replay.id());
    call.responseHeaders()
        .put("Location", "/webhook-endpoints/" + replay.endpointId() + "/replays/" + replay.id());
    answer(exchange, call, DeliveryView.of(replay));
  }

  private record Range(Instant from, Instant to) {}

  private Range range(ObjectNode object) {
    List<FieldError> errors = new ArrayList<>();
    FieldReader fields = new FieldReader(object, "", errors);
    Instant from = time(fields, "from");
    Instant to = time(fields, "to");
    fields.required("from", "");
    fields.refuseOthers();
    Instant now = clock.instant();
    Instant end = to == null || to.isAfter(now) ? now : to;
    if (from != null && from.isBefore(now.minus(LONGEST_RANGE))) {
      fields.wrong("from", "must not be more than 30 days ago");
    } else if (from != null && !from.isBefore(end)) {
      fields.wrong("from", "must be before to");
    }
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    return new Range(from, end);
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

  void findRange(Exchange exchange) {
    Call call = Call.of(exchange);
    Replay replay =
        deliveries
            .findReplay(
                WebhookSteps.caller(call),
                endpointId(call),
                call.request().pathParameters().get("replayId"))
            .orElseThrow(
                () ->
                    ApiException.of(
                        ProblemType.NOT_FOUND, "This webhook endpoint has no such replay."));
    answer(exchange, call, DeliveryView.of(replay));
  }
}
