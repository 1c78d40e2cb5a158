package dev.camelentrata.webhook;

import dev.camelentrata.event.Event;
import dev.camelentrata.mirror.Viewer;
import java.util.List;
import java.util.Optional;

/**
 * Deliveries that used up their retries, for whoever may see their events. Safe for use by many
 * threads and replicas.
 */
public interface DeadDeliveries {

  /**
   * Which are wanted.
   *
   * @param endpointId null for all
   * @param type an event type; null for all
   * @param before only those with a lower id; null for all
   */
  record Query(String endpointId, String type, Long before, int limit) {}

  /** The latest first. */
  List<Delivery> list(Viewer viewer, Query query);

  /** A dead delivery; empty if it is not dead, or there is none. */
  Optional<Delivery> find(Viewer viewer, long id);

  /** The event that could not be delivered. */
  Optional<Event> event(Viewer viewer, long id);

  /** What was tried, the first try first. */
  List<DeliveryAttempt> attempts(Viewer viewer, long id);

  /** Delivers it once more, with its retries from the beginning; false if it is not dead. */
  boolean replay(Viewer viewer, long id);

  /** Gives it up for good; false if it is not dead. */
  boolean discard(Viewer viewer, long id);
}
