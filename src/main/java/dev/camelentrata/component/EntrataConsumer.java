package dev.camelentrata.component;

import dev.camelentrata.portal.PortalAnswer;
import dev.camelentrata.portal.PortalRead;
import dev.camelentrata.portal.PortalSession;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledBatchPollingConsumer;

/**
 * Polls the portal and sends one exchange per item that changed since the last poll. What was seen
 * is kept in memory: after a restart the first poll is a first poll again.
 */
final class EntrataConsumer extends ScheduledBatchPollingConsumer {

  private static final String NO_SCOPE = "";

  private final EntrataEndpoint endpoint;
  private final SeenItems seen = new SeenItems();
  private boolean polledBefore;

  EntrataConsumer(EntrataEndpoint endpoint, Processor processor) {
    super(endpoint, processor);
    this.endpoint = endpoint;
  }

  @Override
  protected void doInit() throws Exception {
    super.doInit();
    EntrataOperation operation = endpoint.getOperation();
    if (!endpoint.portal().hasAccount()) {
      throw new IllegalArgumentException(
          "from entrata:"
              + operation
              + " needs an account to poll with: give the option account, or company, username and"
              + " password.");
    }
    if (endpoint.getConfiguration().getPage() != null) {
      throw new IllegalArgumentException(
          "from entrata:"
              + operation
              + " cannot poll a single page, because changes show only in complete reads: leave page"
              + " out.");
    }
    for (EntrataParameter parameter : operation.parameters()) {
      if (parameter.of(endpoint.getConfiguration()) == null && !everyProperty()) {
        throw new IllegalArgumentException(
            "from entrata:"
                + operation
                + " needs the endpoint option "
                + parameter.option()
                + " to know what to poll.");
      }
    }
  }

  /** Whether all properties of the session are polled, one by one. */
  private boolean everyProperty() {
    return endpoint.getOperation().list()
        && endpoint.getOperation().takes(EntrataParameter.PROPERTY_ID)
        && EntrataParameter.PROPERTY_ID.of(endpoint.getConfiguration()) == null;
  }

  @Override
  protected int poll() throws Exception {
    Queue<Object> changes = new ArrayDeque<>();
    // All reads come first, so that a poll that fails half-way changes nothing.
    readAll().forEach((scope, answer) -> changes.addAll(seen.changes(scope, answer)));
    boolean baseline = !polledBefore && !endpoint.isEmitInitial();
    polledBefore = true;
    if (baseline) {
      changes.forEach(change -> seen.accept((ItemChange) change));
      return 0;
    }
    return processBatch(changes);
  }

  private Map<String, PortalAnswer> readAll() {
    PortalSession session = endpoint.portal().session();
    Map<String, PortalAnswer> answers = new LinkedHashMap<>();
    for (String scope : scopes(session)) {
      answers.put(scope, read(session, scope));
    }
    return answers;
  }

  private List<String> scopes(PortalSession session) {
    if (everyProperty()) {
      return session.propertyIds();
    }
    String property = EntrataParameter.PROPERTY_ID.of(endpoint.getConfiguration());
    return List.of(
        property != null && endpoint.getOperation().takes(EntrataParameter.PROPERTY_ID)
            ? property
            : NO_SCOPE);
  }

  private PortalAnswer read(PortalSession session, String scope) {
    Map<String, String> parameters = new HashMap<>();
    for (EntrataParameter parameter : endpoint.getOperation().parameters()) {
      parameters.put(
          parameter.placeholder(endpoint.getOperation()),
          parameter == EntrataParameter.PROPERTY_ID
              ? scope
              : parameter.of(endpoint.getConfiguration()));
    }
    return endpoint
        .portal()
        .read(
            new PortalRead(
                endpoint.getOperation().operationName(),
                session.id(),
                parameters,
                endpoint.getConfiguration().getStrategy(),
                null));
  }

  @Override
  public int processBatch(Queue<Object> changes) {
    int total =
        maxMessagesPerPoll > 0 ? Math.min(maxMessagesPerPoll, changes.size()) : changes.size();
    int sent = 0;
    while (sent < total && isBatchAllowed()) {
      pendingExchanges = total - sent - 1;
      send((ItemChange) changes.remove(), sent, total);
      sent++;
    }
    return sent;
  }

  /** Sends one change; if the route fails, the change is not noted and comes again. */
  private void send(ItemChange change, int index, int total) {
    Exchange exchange = createExchange(false);
    try {
      change.writeTo(exchange.getMessage());
      exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
      exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, total);
      exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == total - 1);
      try {
        getProcessor().process(exchange);
      } catch (Exception e) {
        exchange.setException(e);
      }
      if (exchange.getException() != null) {
        getExceptionHandler()
            .handleException(
                "The route did not take an item that was "
                    + change.kind()
                    + "; it is sent again at the next poll",
                exchange,
                exchange.getException());
      } else if (!exchange.isRollbackOnly()) {
        seen.accept(change);
      }
    } finally {
      releaseExchange(exchange, false);
    }
  }
}
