package dev.camelentrata.sync;

import dev.camelentrata.model.Floorplan;
import dev.camelentrata.model.PortalRecord;
import dev.camelentrata.model.Property;
import dev.camelentrata.model.Unit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: the body, one thing of the portal, becomes the id of the property that it belongs to. */
final class PropertyOfThing implements Processor {

  @Override
  public void process(Exchange exchange) {
    exchange.getMessage().setBody(propertyId(exchange.getMessage().getBody()));
  }

  static String propertyId(Object thing) {
    if (thing instanceof Unit unit) {
      return unit.propertyId();
    }
    if (thing instanceof Floorplan floorplan) {
      return floorplan.propertyId();
    }
    if (thing instanceof PortalRecord record) {
      return record.propertyId();
    }
    return thing instanceof Property ? null : String.valueOf(thing);
  }
}
