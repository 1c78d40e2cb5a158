package dev.camelentrata.webhook;

import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;

/** Goes by the route {@code direct:deliver-webhook}, so that an engineer can change the way. */
final class RouteWebhookSender implements WebhookSender {

  static final String ROUTE = "direct:deliver-webhook";

  /** Exchange properties that the route's steps read. */
  static final String TARGET = "CamelEntrataWebhookTarget";

  static final String ID = "CamelEntrataWebhookId";

  /** Headers that an engineer's steps may read. */
  static final String EVENT_TYPE = "CamelEntrataEventType";

  static final String ENDPOINT = "CamelEntrataWebhookEndpoint";
  static final String URL = "CamelEntrataWebhookUrl";

  private final CamelContext camel;
  private final ProducerTemplate routes;
  private final WebhookBody body = new WebhookBody();
  private final Clock clock;

  RouteWebhookSender(CamelContext camel, Clock clock) {
    this.camel = camel;
    this.routes = camel.createProducerTemplate();
    this.clock = clock;
  }

  @Override
  public DeliveryAnswer send(LeasedDelivery delivery, EndpointTarget target) {
    Exchange done =
        routes.send(
            camel.getEndpoint(ROUTE),
            exchange -> {
              exchange.setProperty(TARGET, target);
              exchange.setProperty(ID, delivery.event().id());
              Message message = exchange.getMessage();
              message.setHeader(EVENT_TYPE, delivery.event().type());
              message.setHeader(ENDPOINT, target.id());
              message.setHeader(URL, target.url());
              message.setBody(body.of(delivery.event()));
            });
    return done.getException() == null
        ? answer(done.getMessage())
        : DeliveryAnswer.failed(reason(done.getException()));
  }

  private DeliveryAnswer answer(Message message) {
    Integer status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    if (status == null) {
      return DeliveryAnswer.failed("the route ended without CamelHttpResponseCode");
    }
    String error = null;
    if (status >= 300 && status < 400) {
      error = "redirects are not followed; give the endpoint its final URL";
    } else if (status < 200 || status >= 400) {
      error = "the receiver answered " + status;
    }
    return new DeliveryAnswer(
        Optional.of(status),
        retryAfter(message.getHeader("Retry-After", String.class)),
        error,
        message.getBody(String.class));
  }

  private Optional<Duration> retryAfter(String text) {
    if (text == null) {
      return Optional.empty();
    }
    String value = text.strip();
    if (value.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(clock.instant(), until)).filter(d -> !d.isNegative());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Why there was no answer, in words that name no secret. */
  private static String reason(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof RefusedAddressException refused) {
        return refused.getMessage();
      }
      if (t instanceof SocketTimeoutException) {
        return "the receiver did not answer in time";
      }
      if (t instanceof UnknownHostException) {
        return "the receiver's name is unknown";
      }
      if (t instanceof ConnectException) {
        return "the receiver took no connection";
      }
      if (t instanceof NoHttpResponseException
          || t instanceof ConnectionClosedException
          || t instanceof SocketException) {
        return "the receiver closed the connection before it had answered";
      }
      if (t instanceof ProtocolException) {
        return "the receiver's answer was no HTTP: " + t.getMessage();
      }
      if (t instanceof SSLException tls) {
        return "TLS failed: " + tls.getMessage();
      }
    }
    return "there was no answer: " + thrown.getMessage();
  }
}
