package dev.camelentrata.webhook;

/** An endpoint with a secret that was just made; it is shown this once. */
public record Issued(WebhookEndpoint endpoint, String secret) {

  @Override
  public String toString() {
    return "Issued[" + endpoint.id() + "]";
  }
}
