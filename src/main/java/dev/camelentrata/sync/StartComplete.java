package dev.camelentrata.sync;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: starts complete runs of all resources. */
final class StartComplete implements Processor {

  private final SyncEngine engine;

  StartComplete(SyncEngine engine) {
    this.engine = engine;
  }

  @Override
  public void process(Exchange exchange) {
    engine.startComplete();
  }
}
