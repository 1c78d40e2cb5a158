package dev.camelentrata.webhook;

import dev.camelentrata.event.Event;

/**
 * A delivery that this process may try now.
 *
 * @param failures how often it failed since it was last begun
 * @param endpointVersion as which the endpoint is to be read
 */
record LeasedDelivery(
    long id, long fence, int failures, String endpointId, long endpointVersion, Event event) {

  @Override
  public String toString() {
    return "delivery " + DeliveryId.text(id) + " to " + endpointId;
  }
}
