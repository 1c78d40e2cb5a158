package dev.camelentrata.api;

import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.PortalSession;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Step: finds the token's portal session, refuses a property that its user may not see before the
 * portal is touched, and tells the {@code entrata} component which session and ids to use.
 */
final class Entitle implements Processor {

  private final PortalClient portal;

  Entitle(PortalClient portal) {
    this.portal = portal;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    PortalSession session = portal.session(call.token().sessionId());
    call.session(session);
    String propertyId = call.request().pathParameters().get("propertyId");
    if (propertyId != null) {
      session.requireProperty(propertyId);
    }
    exchange.getMessage().setHeader("CamelEntrataSession", session.id());
    call.request().pathParameters().forEach(exchange.getMessage()::setHeader);
  }
}
