package dev.camelentrata.component;

import dev.camelentrata.portal.PortalOutcome;
import dev.camelentrata.portal.PortalWrite;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/**
 * Writes to the portal once per message, by the values in its body, and puts the outcome into the
 * body. Blocks the calling thread until the portal has answered. Safe for use by many threads.
 */
final class EntrataWriteProducer extends DefaultProducer {

  private final EntrataEndpoint endpoint;

  EntrataWriteProducer(EntrataEndpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  @Override
  public void process(Exchange exchange) {
    Message message = exchange.getMessage();
    EntrataOperation operation = endpoint.getOperation();
    Map<String, Object> values = values(operation, message);
    String reference = WriteReference.require(operation, message, endpoint.getConfiguration());
    PortalOutcome outcome =
        endpoint
            .portal()
            .write(
                new PortalWrite(
                    operation.operationName(),
                    endpoint.portal().sessionId(message),
                    values,
                    reference,
                    progress(exchange)));
    message.setBody(outcome);
    message.setHeader(EntrataConstants.OUTCOME, name(outcome));
  }

  private Map<String, Object> values(EntrataOperation operation, Message message) {
    Map<String, Object> values = body(operation, message);
    for (EntrataParameter parameter : operation.parameters()) {
      String name = parameter.placeholder(operation);
      String value = parameter.of(operation, message);
      if (value == null && values.get(name) != null) {
        value = String.valueOf(values.get(name));
      }
      if (value == null) {
        value = parameter.of(endpoint.getConfiguration());
      }
      if (value == null || value.isBlank()) {
        throw new IllegalArgumentException(
            "%s Or put %s into the body."
                .formatted(parameter.missing(operation).getMessage(), name));
      }
      values.put(name, value);
    }
    String property = EntrataParameter.PROPERTY_ID.of(operation, message);
    if (property != null) {
      values.put(EntrataParameter.PROPERTY_ID.option(), property);
    }
    return values;
  }

  private static Map<String, Object> body(EntrataOperation operation, Message message) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (message.getBody() == null) {
      return values;
    }
    Map<?, ?> body = message.getBody(Map.class);
    if (body == null) {
      throw new IllegalArgumentException(
          "entrata:"
              + operation
              + " takes a Map of values as its body, by the names of the write catalogue, not a "
              + message.getBody().getClass().getName()
              + ".");
    }
    body.forEach((name, value) -> values.put(String.valueOf(name), value));
    return values;
  }

  private static PortalWrite.Progress progress(Exchange exchange) {
    PortalWrite.Progress progress =
        exchange.getMessage().getHeader(EntrataConstants.PROGRESS, PortalWrite.Progress.class);
    if (progress == null) {
      progress = exchange.getProperty(EntrataConstants.PROGRESS, PortalWrite.Progress.class);
    }
    return progress == null ? PortalWrite.Progress.UNSEEN : progress;
  }

  private static String name(PortalOutcome outcome) {
    if (outcome instanceof PortalOutcome.Completed) {
      return "completed";
    }
    return outcome instanceof PortalOutcome.Rejected ? "rejected" : "uncertain";
  }
}
