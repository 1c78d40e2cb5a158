package dev.camelentrata.api;

import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.resource.Resource;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Step: finds the token's portal session, refuses a module or property that its user may not see
 * before the portal is touched, and tells the {@code entrata} component which session and ids to
 * use.
 */
final class Entitle implements Processor {

  private final PortalClient portal;
  private final ApiResources resources;

  Entitle(PortalClient portal, ApiResources resources) {
    this.portal = portal;
    this.resources = resources;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    PortalSession session = portal.session(call.token().sessionId());
    call.session(session);
    resources
        .find(call.request().operation().id())
        .map(Resource::module)
        .filter(module -> !session.modules().contains(module))
        .ifPresent(
            module -> {
              throw Scopes.moduleMissing(module);
            });
    String propertyId = call.request().pathParameters().get("propertyId");
    if (propertyId != null) {
      session.requireProperty(propertyId);
    }
    exchange.getMessage().setHeader("CamelEntrataSession", session.id());
    call.request().pathParameters().forEach(exchange.getMessage()::setHeader);
  }
}
