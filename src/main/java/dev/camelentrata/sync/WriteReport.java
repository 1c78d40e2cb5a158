package dev.camelentrata.sync;

import dev.camelentrata.mirror.Coverage;
import dev.camelentrata.mirror.Mirror;
import dev.camelentrata.mirror.MirrorBatch;
import dev.camelentrata.mirror.MirrorItem;
import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.portal.PortalReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Step: writes what a report holds into the mirror, scope by scope. A scope without rows in it is
 * empty, since the report was asked for that property too.
 */
final class WriteReport implements Processor {

  private final Mirror mirror;
  private final MirrorItems items;

  WriteReport(Mirror mirror, MirrorItems items) {
    this.mirror = mirror;
    this.items = items;
  }

  @Override
  public void process(Exchange exchange) {
    Message message = exchange.getMessage();
    ReportOrder order = message.getHeader(RouteScopeReader.ORDER, ReportOrder.class);
    PortalReport report = message.getBody(PortalReport.class);
    Map<String, MirrorScope> left = new LinkedHashMap<>();
    order.scopes().forEach(scope -> left.put(scope.propertyId(), scope));
    report.each(
        (property, answer) -> {
          MirrorScope scope = left.remove(property);
          write(
              order,
              report,
              scope,
              items.of(scope, answer.items(), answer.sources(), answer.asOf()));
        });
    left.values().forEach(scope -> write(order, report, scope, List.of()));
    message.setBody(report.count());
  }

  private void write(
      ReportOrder order, PortalReport report, MirrorScope scope, List<MirrorItem> read) {
    MirrorBatch batch = new MirrorBatch(scope, read, Coverage.ALL, report.asOf(), order.runId());
    order.done().accept(scope, mirror.write(batch));
  }
}
