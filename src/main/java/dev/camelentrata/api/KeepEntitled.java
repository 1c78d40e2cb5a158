package dev.camelentrata.api;

import dev.camelentrata.model.Floorplan;
import dev.camelentrata.model.Property;
import dev.camelentrata.model.Unit;
import dev.camelentrata.portal.PortalSession;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Step: keeps of what the portal answered only what the portal user may see; a single thing of a
 * foreign property is refused as {@code not-entitled}.
 */
final class KeepEntitled implements Processor {

  @Override
  public void process(Exchange exchange) {
    PortalSession session = Call.of(exchange).session();
    Object body = exchange.getMessage().getBody();
    if (body instanceof List<?> items) {
      exchange
          .getMessage()
          .setBody(
              items.stream().filter(i -> session.propertyIds().contains(property(i))).toList());
    } else {
      session.requireProperty(property(body));
    }
  }

  private static String property(Object item) {
    if (item instanceof Property property) {
      return property.id();
    }
    if (item instanceof Unit unit) {
      return String.valueOf(unit.propertyId());
    }
    if (item instanceof Floorplan floorplan) {
      return String.valueOf(floorplan.propertyId());
    }
    throw new IllegalStateException(
        "the portal answered with something else than a property, unit or floorplan");
  }
}
