package dev.camelentrata.sync;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: starts a run of the resource that the header {@code resource} names. */
final class StartSync implements Processor {

  private final SyncEngine engine;

  StartSync(SyncEngine engine) {
    this.engine = engine;
  }

  @Override
  public void process(Exchange exchange) {
    engine.startScheduled(exchange.getMessage().getHeader("resource", String.class));
  }
}
