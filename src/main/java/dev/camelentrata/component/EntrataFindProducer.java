package dev.camelentrata.component;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/**
 * Searches the portal for a write by its reference; the body becomes what was found, or null. Safe
 * for use by many threads.
 */
final class EntrataFindProducer extends DefaultProducer {

  private final EntrataEndpoint endpoint;

  EntrataFindProducer(EntrataEndpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  @Override
  public void process(Exchange exchange) {
    Message message = exchange.getMessage();
    EntrataOperation write = write(message);
    String reference =
        WriteReference.require(EntrataOperation.FIND_WRITE, message, endpoint.getConfiguration());
    message.setBody(
        endpoint
            .portal()
            .find(endpoint.portal().sessionId(message), write.operationName(), reference)
            .orElse(null));
  }

  private EntrataOperation write(Message message) {
    String given = message.getHeader(EntrataConstants.OPERATION, String.class);
    String name =
        given == null || given.isBlank()
            ? endpoint.getConfiguration().getWriteOperation()
            : given.strip();
    if (name == null) {
      throw new IllegalArgumentException(
          "entrata:findWrite needs to know what it looks for: set the header "
              + EntrataConstants.OPERATION
              + ", or the endpoint option writeOperation, to a write such as createLease.");
    }
    EntrataOperation operation = EntrataOperation.ofName(name);
    if (!operation.write()) {
      throw new IllegalArgumentException("entrata:findWrite finds writes; " + name + " is none.");
    }
    return operation;
  }
}
