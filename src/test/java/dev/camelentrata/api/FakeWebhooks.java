package dev.camelentrata.api;

import dev.camelentrata.webhook.Deliveries;
import dev.camelentrata.webhook.Delivery;
import dev.camelentrata.webhook.DeliveryAttempt;
import dev.camelentrata.webhook.DeliveryQuery;
import dev.camelentrata.webhook.DeliveryState;
import dev.camelentrata.webhook.EndpointForm;
import dev.camelentrata.webhook.Issued;
import dev.camelentrata.webhook.Replay;
import dev.camelentrata.webhook.WebhookCaller;
import dev.camelentrata.webhook.WebhookEndpoint;
import dev.camelentrata.webhook.WebhookEndpoints;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Webhook endpoints and deliveries in memory, seen by everybody. */
final class FakeWebhooks implements WebhookEndpoints, Deliveries {

  static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

  final Map<String, WebhookEndpoint> all = new LinkedHashMap<>();
  final List<EndpointForm> forms = new ArrayList<>();
  final List<WebhookCaller> callers = new ArrayList<>();
  final List<Delivery> made = new ArrayList<>();
  final List<Replay> replays = new ArrayList<>();
  Duration overlap;

  void reset() {
    all.clear();
    forms.clear();
    callers.clear();
    made.clear();
    replays.clear();
  }

  @Override
  public Optional<String> fault(String url) {
    return url.startsWith("https://") ? Optional.empty() : Optional.of("must begin with https://");
  }

  @Override
  public Issued create(WebhookCaller caller, EndpointForm form) {
    String id = "whe_" + (all.size() + 1);
    return new Issued(keep(caller, id, form), "whsec_c2hvd24gb25jZQ==");
  }

  private WebhookEndpoint keep(WebhookCaller caller, String id, EndpointForm form) {
    forms.add(form);
    callers.add(caller);
    WebhookEndpoint endpoint =
        new WebhookEndpoint(
            id,
            Long.parseLong(id.substring(4)),
            form.url(),
            form.description(),
            form.types(),
            form.propertyIds(),
            form.ratePerMinute(),
            form.headers() == null ? List.of() : List.copyOf(form.headers().keySet()),
            form.asymmetric(),
            "whpk_a2V5",
            form.disabled() ? AT : null,
            form.disabled() ? "request" : null,
            null,
            null,
            null,
            AT,
            AT);
    all.put(id, endpoint);
    return endpoint;
  }

  @Override
  public List<WebhookEndpoint> list(WebhookCaller caller, Long before, int limit) {
    List<WebhookEndpoint> found = new ArrayList<>();
    for (WebhookEndpoint endpoint : all.values()) {
      if (before == null || endpoint.sequence() < before) {
        found.add(0, endpoint);
      }
    }
    return found.subList(0, Math.min(limit, found.size()));
  }

  @Override
  public Optional<WebhookEndpoint> find(WebhookCaller caller, String id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public Optional<WebhookEndpoint> update(WebhookCaller caller, String id, EndpointForm form) {
    return find(caller, id).map(known -> keep(caller, id, form));
  }

  @Override
  public boolean delete(WebhookCaller caller, String id) {
    return all.remove(id) != null;
  }

  @Override
  public Optional<Issued> rotate(WebhookCaller caller, String id, Duration overlapping) {
    overlap = overlapping;
    return find(caller, id).map(known -> new Issued(known, "whsec_bmV3"));
  }

  Delivery deliver(String endpointId, DeliveryState state) {
    Delivery delivery =
        new Delivery(
            made.size() + 1,
            endpointId,
            "evt_" + (made.size() + 1),
            "lease.created",
            "1001",
            state,
            1,
            state == DeliveryState.PENDING ? AT : null,
            500,
            "the receiver answered 500",
            null,
            AT,
            state == DeliveryState.PENDING ? null : AT);
    made.add(delivery);
    return delivery;
  }

  @Override
  public List<Delivery> list(WebhookCaller caller, DeliveryQuery query) {
    List<Delivery> found = new ArrayList<>();
    for (Delivery delivery : made) {
      if (delivery.endpointId().equals(query.endpointId())
          && (query.state() == null || query.state() == delivery.state())
          && (query.type() == null || query.type().equals(delivery.type()))
          && (query.before() == null || delivery.id() < query.before())) {
        found.add(0, delivery);
      }
    }
    return found.subList(0, Math.min(query.limit(), found.size()));
  }

  @Override
  public Optional<Delivery> find(WebhookCaller caller, long id) {
    return made.stream().filter(delivery -> delivery.id() == id).findFirst();
  }

  @Override
  public List<DeliveryAttempt> attempts(WebhookCaller caller, long id) {
    return List.of(
        new DeliveryAttempt(1, AT, 41, 500, "the receiver answered 500", "out of order"));
  }

  @Override
  public Optional<Delivery> replay(WebhookCaller caller, long id) {
    return find(caller, id);
  }

  @Override
  public Optional<Delivery> test(WebhookCaller caller, String endpointId) {
    return find(caller, endpointId).map(known -> deliver(endpointId, DeliveryState.PENDING));
  }

  @Override
  public Optional<Replay> replay(
      WebhookCaller caller, String endpointId, Instant from, Instant to) {
    Replay replay = new Replay("rpl_" + (replays.size() + 1), endpointId, from, to, 0, false, AT);
    replays.add(replay);
    return Optional.of(replay);
  }

  @Override
  public Optional<Replay> findReplay(WebhookCaller caller, String endpointId, String replayId) {
    return replays.stream().filter(replay -> replay.id().equals(replayId)).findFirst();
  }
}
