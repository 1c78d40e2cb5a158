package dev.camelentrata.webhook;

import dev.camelentrata.mirror.Viewer;
import java.util.Set;

/**
 * Who manages webhooks: an endpoint delivers only what this caller may see.
 *
 * @param username the portal user, who keeps the right to manage the endpoints that he made
 * @param scopes those of his token, by which types of events are readable
 */
public record WebhookCaller(Viewer viewer, String username, Set<String> scopes) {

  public WebhookCaller {
    scopes = Set.copyOf(scopes);
  }

  public String company() {
    return viewer.company();
  }
}
