package dev.camelentrata.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deliveries as callers see them. Safe for use by many threads and replicas. */
public interface Deliveries {

  /** The latest first. */
  List<Delivery> list(WebhookCaller caller, DeliveryQuery query);

  Optional<Delivery> find(WebhookCaller caller, long id);

  /** What was tried, the first try first. */
  List<DeliveryAttempt> attempts(WebhookCaller caller, long id);

  /** Delivers it once more, with its retries from the beginning; empty if there is none. */
  Optional<Delivery> replay(WebhookCaller caller, long id);

  /** Sends an event that is made for this; empty if there is no such endpoint. */
  Optional<Delivery> test(WebhookCaller caller, String endpointId);

  /** Delivers what happened in a range of time once more; empty if there is no such endpoint. */
  Optional<Replay> replay(WebhookCaller caller, String endpointId, Instant from, Instant to);

  /** How far such a replay is. */
  Optional<Replay> findReplay(WebhookCaller caller, String endpointId, String replayId);
}
