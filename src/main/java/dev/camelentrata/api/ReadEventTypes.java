package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: lists the types of events, each with its JSON Schema. */
final class ReadEventTypes implements Processor {

  private final Page types;

  ReadEventTypes(EventTypes types) {
    EventSchema schemas = new EventSchema();
    List<Described> described =
        types.all().stream()
            .map(
                type ->
                    new Described(
                        type.name(),
                        type.entity(),
                        type.change().slug(),
                        type.scope(),
                        schemas.of(type)))
            .toList();
    this.types = new Page(described, null);
  }

  /** A type of events as the API shows it. */
  record Described(String type, String entity, String change, String scope, ObjectNode schema) {}

  @Override
  public void process(Exchange exchange) {
    exchange.getMessage().setBody(types);
  }
}
