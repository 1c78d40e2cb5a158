package dev.camelentrata.accounting.post;

import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A step of a schedule: does one thing for each company; one that fails does not hinder others. */
record EachCompany(Set<String> companies, String what, Consumer<String> action)
    implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(EachCompany.class);

  @Override
  public void process(Exchange exchange) {
    for (String company : companies) {
      try {
        action.accept(company);
      } catch (RuntimeException e) {
        LOG.warn("{} of {} must wait for the next time: {}", what, company, e.toString());
      }
    }
  }
}
