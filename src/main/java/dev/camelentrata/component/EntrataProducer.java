package dev.camelentrata.component;

import dev.camelentrata.portal.PortalAnswer;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.PortalRead;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.TypeConversionException;
import org.apache.camel.support.DefaultProducer;

/**
 * Reads the portal once per message and puts what it read into the body. Blocks the calling thread
 * until the portal has answered. Safe for use by many threads.
 */
final class EntrataProducer extends DefaultProducer {

  private final EntrataEndpoint endpoint;

  EntrataProducer(EntrataEndpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  @Override
  public void process(Exchange exchange) {
    Message message = exchange.getMessage();
    EntrataOperation operation = endpoint.getOperation();
    EntrataConfiguration options = endpoint.getConfiguration();
    Map<String, String> parameters = new HashMap<>();
    for (EntrataParameter parameter : operation.parameters()) {
      parameters.put(
          parameter.placeholder(operation), parameter.require(operation, message, options));
    }
    String since = operation.list() ? since(message) : null;
    if (since != null) {
      parameters.put("since", since);
    }
    Integer page = operation.list() ? page(message, options) : null;
    PortalAnswer answer =
        endpoint
            .portal()
            .read(
                new PortalRead(
                    operation.operationName(),
                    endpoint.portal().sessionId(message),
                    parameters,
                    options.getStrategy(),
                    page));
    message.setBody(operation.list() ? answer.items() : single(operation, answer));
    message.setHeader(EntrataConstants.SOURCES, answer.sources());
    message.setHeader(EntrataConstants.AS_OF, answer.asOf());
    message.setHeader(EntrataConstants.STRATEGY, ItemChange.strategyName(answer));
    message.setHeader(EntrataConstants.PAGES, answer.pages());
    message.setHeader(EntrataConstants.COUNT, answer.items().size());
  }

  private static String since(Message message) {
    String given = message.getHeader(EntrataConstants.SINCE, String.class);
    if (given == null || given.isBlank()) {
      return null;
    }
    try {
      return Instant.parse(given.strip()).toString();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "Header "
              + EntrataConstants.SINCE
              + " must be a time such as 2026-11-24T08:00:00Z, not '"
              + given
              + "'.",
          e);
    }
  }

  private static Integer page(Message message, EntrataConfiguration options) {
    Object given = message.getHeader(EntrataConstants.PAGE);
    if (given == null) {
      return options.getPage();
    }
    Integer page;
    try {
      page = message.getHeader(EntrataConstants.PAGE, Integer.class);
    } catch (TypeConversionException e) {
      page = null;
    }
    if (page == null || page < 0) {
      throw new IllegalArgumentException(
          "Header "
              + EntrataConstants.PAGE
              + " must be a whole number from 0, not '"
              + given
              + "'.");
    }
    return page;
  }

  private static Object single(EntrataOperation operation, PortalAnswer answer) {
    return switch (answer.items().size()) {
      case 1 -> answer.items().get(0);
      case 0 ->
          throw PortalException.of(
                  PortalProblem.NOT_FOUND,
                  "The portal shows nothing for entrata:" + operation + ". Check the id.")
              .in(null, operation.operationName(), null, null);
      default ->
          throw PortalException.of(
                  PortalProblem.PORTAL_DRIFT,
                  "The portal showed "
                      + answer.items().size()
                      + " rows where entrata:"
                      + operation
                      + " expects one. Check the rows of this operation in the portal map.")
              .in(null, operation.operationName(), null, null)
              .withMapEntry("operations." + operation.operationName());
    };
  }
}
