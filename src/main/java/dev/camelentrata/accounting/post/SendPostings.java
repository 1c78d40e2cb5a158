package dev.camelentrata.accounting.post;

import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.OutgoingEntry;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Sends the entries in the body; leaves what came of each in it. */
final class SendPostings implements Processor {

  @Override
  public void process(Exchange exchange) {
    AccountingSystem system = exchange.getProperty(RouteSystemCalls.SYSTEM, AccountingSystem.class);
    List<?> body = exchange.getMessage().getBody(List.class);
    List<OutgoingEntry> entries = body.stream().map(OutgoingEntry.class::cast).toList();
    exchange.getMessage().setBody(system.send(entries));
  }
}
