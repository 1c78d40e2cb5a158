package dev.camelentrata.accounting.post;

import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.system.AccountingSystem;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;

/** Looks up the entries in the body; leaves in it what the system holds, by their references. */
final class FindPostings implements Processor {

  @Override
  public void process(Exchange exchange) throws InvalidPayloadException {
    AccountingSystem system = exchange.getProperty(RouteSystemCalls.SYSTEM, AccountingSystem.class);
    List<Posting> postings = new ArrayList<>();
    for (Object each : exchange.getMessage().getMandatoryBody(List.class)) {
      postings.add((Posting) each);
    }
    exchange.getMessage().setBody(system.findAll(postings));
  }
}
