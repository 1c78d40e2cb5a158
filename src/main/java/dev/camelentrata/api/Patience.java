package dev.camelentrata.api;

import dev.camelentrata.portal.PortalException;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/**
 * Condition of the error policy: whether a failed call is worth repeating. Reads only, never a
 * login, and not when the portal asks for a longer pause than a caller should wait.
 */
final class Patience implements Predicate {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  @Override
  public boolean matches(Exchange exchange) {
    Throwable thrown = exchange.getException();
    if (thrown == null) {
      thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    }
    ApiRequest request = Call.of(exchange).request();
    return thrown instanceof PortalException portal
        && portal.isRetryable()
        && portal.retryAfter().orElse(Duration.ZERO).compareTo(LONGEST_PAUSE) <= 0
        && request != null
        && request.operation().method().equals("GET");
  }
}
