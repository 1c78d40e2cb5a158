package dev.camelentrata.deadletter;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Notes, each time a try fails, how many have; the original message knows nothing of them. */
final class CountTry implements Processor {

  private static final String TRIES = "CamelEntrataTries";

  @Override
  public void process(Exchange exchange) {
    exchange.setProperty(TRIES, failed(exchange) + 1);
  }

  /** How many tries failed, as far as they were noted. */
  static int failed(Exchange exchange) {
    return exchange.getProperty(TRIES, 0, Integer.class);
  }
}
