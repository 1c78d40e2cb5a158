package dev.camelentrata.webhook;

import java.time.Clock;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Step: signs the body as it is now, as Standard Webhooks 1.0.0 says, and sets the endpoint's own
 * headers. What changes the body belongs before it.
 */
final class SignWebhook implements Processor {

  private final Clock clock;

  SignWebhook(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    EndpointTarget target = exchange.getProperty(RouteWebhookSender.TARGET, EndpointTarget.class);
    String id = exchange.getProperty(RouteWebhookSender.ID, String.class);
    Message message = exchange.getMessage();
    byte[] body = message.getBody(byte[].class);
    Instant now = clock.instant();
    message.setBody(body);
    target.headers().forEach(message::setHeader);
    message.setHeader("webhook-id", id);
    message.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
    message.setHeader(
        "webhook-signature", WebhookSignature.of(id, now, body, target.secrets(now), target.key()));
  }
}
