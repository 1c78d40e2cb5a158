package dev.camelentrata.api;

import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.security.ShortMemory;
import dev.camelentrata.write.Write;
import dev.camelentrata.write.WriteCatalog;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Step: finds the token's portal session, refuses a module or property that its user may not see
 * before the portal is touched, and tells the {@code entrata} component which session and ids to
 * use.
 */
final class Entitle implements Processor {

  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final PortalClient portal;
  private final ApiResources resources;
  private final WriteCatalog writes;
  private final ShortMemory<String, Entitled> sessions;

  /** A portal session and what it may see; made once, because it may be many properties. */
  private record Entitled(PortalSession session, Viewer viewer) {
    static Entitled of(PortalSession session) {
      return new Entitled(
          session,
          new Viewer(
              session.company(), Set.copyOf(session.propertyIds()), Set.copyOf(session.modules())));
    }
  }

  Entitle(PortalClient portal, ApiResources resources, WriteCatalog writes, Clock clock) {
    this.portal = portal;
    this.resources = resources;
    this.writes = writes;
    this.sessions = new ShortMemory<>(MOMENT, clock);
  }

  /** The portal module that the operation needs; empty if it needs none. */
  private Optional<String> module(String operation) {
    return resources
        .find(operation)
        .map(Resource::module)
        .or(() -> writes.find(operation).map(Write::module));
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    Entitled entitled =
        sessions
            .get(call.token().sessionId(), id -> Optional.of(Entitled.of(portal.session(id))))
            .orElseThrow();
    PortalSession session = entitled.session();
    call.session(session);
    call.viewer(entitled.viewer());
    module(call.request().operation().id())
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
