package dev.camelentrata.accounting.post;

import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.system.AccountingSystem;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;

/** Looks up the entry in the body; leaves what the system holds in it, null if nothing. */
final class FindPosting implements Processor {

  @Override
  public void process(Exchange exchange) throws InvalidPayloadException {
    AccountingSystem system = exchange.getProperty(RouteSystemCalls.SYSTEM, AccountingSystem.class);
    Posting posting = exchange.getMessage().getMandatoryBody(Posting.class);
    exchange.getMessage().setBody(system.find(posting).orElse(null));
  }
}
