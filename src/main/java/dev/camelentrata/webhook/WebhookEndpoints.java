package dev.camelentrata.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The endpoints of a company, for those who may see all that an endpoint delivers, or made it. Safe
 * for use by many threads and replicas.
 */
public interface WebhookEndpoints {

  /** What is wrong with a URL, to be put behind its name; empty if nothing is. */
  Optional<String> fault(String url);

  /** Makes an endpoint, which gets events from now on. */
  Issued create(WebhookCaller caller, EndpointForm form);

  /**
   * The latest first.
   *
   * @param before only those with a lower sequence; null for all
   */
  List<WebhookEndpoint> list(WebhookCaller caller, Long before, int limit);

  Optional<WebhookEndpoint> find(WebhookCaller caller, String id);

  /** Changes it; from now on it delivers what this caller may see. */
  Optional<WebhookEndpoint> update(WebhookCaller caller, String id, EndpointForm form);

  /** Deletes it with its deliveries; false if there is none. */
  boolean delete(WebhookCaller caller, String id);

  /** Makes a new secret; the one before is used too for so long. */
  Optional<Issued> rotate(WebhookCaller caller, String id, Duration overlap);
}
