package dev.camelentrata.webhook;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Step: posts the body with the message's headers to {@code CamelEntrataWebhookUrl}; the answer's
 * status becomes {@code CamelHttpResponseCode} and the beginning of its text the body.
 */
final class PostWebhook implements Processor {

  private final WebhookHttp http;

  PostWebhook(WebhookHttp http) {
    this.http = http;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    Message message = exchange.getMessage();
    Map<String, String> headers = new LinkedHashMap<>();
    message
        .getHeaders()
        .forEach(
            (name, value) -> {
              if (!name.toLowerCase(Locale.ROOT).startsWith("camel")) {
                headers.put(name, String.valueOf(value));
              }
            });
    WebhookHttp.Answer answer =
        http.post(
            message.getHeader(RouteWebhookSender.URL, String.class),
            headers,
            message.getBody(byte[].class));
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
    if (answer.retryAfter() != null) {
      message.setHeader("Retry-After", answer.retryAfter());
    }
    message.setBody(answer.body());
  }
}
