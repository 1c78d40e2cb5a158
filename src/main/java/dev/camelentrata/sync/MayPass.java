package dev.camelentrata.sync;

import dev.camelentrata.portal.PortalException;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Condition of the error policy: whether a failed reading may succeed in a moment. */
final class MayPass implements Predicate {

  @Override
  public boolean matches(Exchange exchange) {
    Throwable thrown = exchange.getException();
    if (thrown == null) {
      thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    }
    return thrown instanceof PortalException portal && portal.isRetryable();
  }
}
