package dev.camelentrata.component;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledBatchPollingConsumer;

/**
 * Sends one exchange per event of the mirror, in order. An event that the route does not take holds
 * back those after it and comes again at the next poll, also after a restart.
 */
final class EntrataEventConsumer extends ScheduledBatchPollingConsumer {

  private static final int MOST = 500;
  private static final String ALL = "*";

  private final EntrataEndpoint endpoint;
  private EntrataEvents events;

  EntrataEventConsumer(EntrataEndpoint endpoint, Processor processor) {
    super(endpoint, processor);
    this.endpoint = endpoint;
  }

  @Override
  protected void doInit() throws Exception {
    super.doInit();
    events = endpoint.getCamelContext().getRegistry().findSingleByType(EntrataEvents.class);
    if (events == null) {
      throw new IllegalArgumentException(
          "from entrata:events needs a dev.camelentrata.component.EntrataEvents in the registry;"
              + " there is one in this project's application only.");
    }
    if (endpoint.getConfiguration().getCompany() == null || endpoint.getSubscription() == null) {
      throw new IllegalArgumentException(
          "from entrata:events needs the options company, and subscription: a name under which it"
              + " is remembered what was taken.");
    }
    if (companies().isEmpty()) {
      throw new IllegalArgumentException(
          "from entrata:events with company=* finds no company; name one instead.");
    }
  }

  private Set<String> companies() {
    String company = endpoint.getConfiguration().getCompany();
    return company.equals(ALL) ? events.companies() : Set.of(company);
  }

  /** An event that is not taken holds back those of its own company only. */
  @Override
  protected int poll() throws Exception {
    int sent = 0;
    for (String company : companies()) {
      List<EntrataEvent> next =
          events.next(
              company,
              endpoint.getSubscription(),
              types(),
              maxMessagesPerPoll > 0 ? maxMessagesPerPoll : MOST);
      sent += processBatch(new ArrayDeque<>(next));
    }
    return sent;
  }

  private List<String> types() {
    String types = endpoint.getTypes();
    return types == null
        ? List.of()
        : Arrays.stream(types.split(",", -1)).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  @Override
  public int processBatch(Queue<Object> batch) {
    int sent = 0;
    while (!batch.isEmpty() && isBatchAllowed() && send((EntrataEvent) batch.remove())) {
      sent++;
    }
    return sent;
  }

  /** Whether the route took it. */
  private boolean send(EntrataEvent event) {
    Exchange exchange = createExchange(false);
    try {
      exchange.getMessage().setBody(event);
      exchange.getMessage().setHeader(EntrataConstants.EVENT_TYPE, event.type());
      exchange.getMessage().setHeader(EntrataConstants.PROPERTY_ID, event.propertyId());
      try {
        getProcessor().process(exchange);
      } catch (Exception e) {
        exchange.setException(e);
      }
      if (exchange.getException() != null) {
        getExceptionHandler()
            .handleException(
                "The route did not take " + event + "; it is sent again at the next poll",
                exchange,
                exchange.getException());
        return false;
      }
      if (exchange.isRollbackOnly()) {
        return false;
      }
      events.taken(event.company(), endpoint.getSubscription(), event.position());
      return true;
    } finally {
      releaseExchange(exchange, false);
    }
  }
}
