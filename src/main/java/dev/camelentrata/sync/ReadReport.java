package dev.camelentrata.sync;

import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.portal.PortalClient;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Step: has the portal make a report of all scopes; the body becomes the report. */
final class ReadReport implements Processor {

  private final PortalClient portal;

  ReadReport(PortalClient portal) {
    this.portal = portal;
  }

  @Override
  public void process(Exchange exchange) {
    Message message = exchange.getMessage();
    ReportOrder order = message.getHeader(RouteScopeReader.ORDER, ReportOrder.class);
    List<String> properties = order.scopes().stream().map(MirrorScope::propertyId).toList();
    message.setBody(portal.report(order.operation(), order.portalSessionId(), properties));
  }
}
