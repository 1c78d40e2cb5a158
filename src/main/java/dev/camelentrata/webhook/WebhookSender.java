package dev.camelentrata.webhook;

/** Tries a delivery once. Safe for use by many threads. */
interface WebhookSender {

  /** What came of it; never throws for what the receiver or the network does. */
  DeliveryAnswer send(LeasedDelivery delivery, EndpointTarget target);
}
