package dev.camelentrata.deadletter;

import dev.camelentrata.component.EntrataEvent;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Route;

/**
 * Step of an error policy: keeps the original message of a route that used up its retries. The
 * policy must say {@code useOriginalMessage}.
 */
final class StoreDeadLetter implements Processor {

  /** Header by which a route says whose message it is, where several companies are configured. */
  static final String COMPANY = "CamelEntrataCompany";

  private static final String PROPERTY_ID = "CamelEntrataPropertyId";

  private final DeadLetters letters;
  private final MessageStore messages;
  private final Set<String> companies;

  StoreDeadLetter(DeadLetters letters, MessageStore messages, Set<String> companies) {
    this.letters = letters;
    this.messages = messages;
    this.companies = Set.copyOf(companies);
  }

  @Override
  public void process(Exchange exchange) {
    String route = exchange.getFromRouteId();
    Route from = exchange.getContext().getRoute(route);
    String endpoint = from == null ? null : from.getEndpoint().getEndpointBaseUri();
    Message message = exchange.getMessage();
    Optional<StoredMessage> stored = messages.store(route, endpoint, message);
    EntrataEvent event = message.getBody() instanceof EntrataEvent e ? e : null;
    DeadLetter replayed = exchange.getProperty(ReplayExchange.LETTER, DeadLetter.class);
    letters.add(
        new NewDeadLetter(
            company(exchange, event, replayed),
            event == null ? message.getHeader(PROPERTY_ID, String.class) : event.propertyId(),
            null,
            DeadLetterKind.EXCHANGE,
            replayed == null ? exchange.getExchangeId() : replayed.ref(),
            route,
            description(from, route, event),
            error(exchange),
            Math.max(1, CountTry.failed(exchange)) + (replayed == null ? 0 : replayed.attempts()),
            stored.map(messages::write).orElse(null),
            stored.map(messages::shown).orElse(null),
            event == null || !event.type().startsWith("dead_letter.")));
  }

  private String company(Exchange exchange, EntrataEvent event, DeadLetter replayed) {
    if (replayed != null) {
      return replayed.company();
    }
    String named =
        event != null ? event.company() : exchange.getMessage().getHeader(COMPANY, String.class);
    if (named != null && companies.contains(named)) {
      return named;
    }
    if (named == null && companies.size() == 1) {
      return companies.iterator().next();
    }
    throw new IllegalStateException(
        "A dead letter of route "
            + exchange.getFromRouteId()
            + " has no company: set the header "
            + COMPANY
            + " in the route to one of "
            + String.join(", ", companies)
            + ".");
  }

  private static String description(Route from, String route, EntrataEvent event) {
    String text = from == null || from.getDescription() == null ? route : from.getDescription();
    return event == null ? text : text + " (" + event.type() + " " + event.id() + ")";
  }

  private static String error(Exchange exchange) {
    Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    if (thrown == null) {
      return "No exception was told.";
    }
    String message = thrown.getMessage();
    String at = exchange.getProperty(Exchange.FAILURE_ENDPOINT, String.class);
    return thrown.getClass().getSimpleName()
        + (message == null ? "" : ": " + message)
        + (at == null ? "" : " (at " + at.replaceAll("\\?.*", "") + ")");
  }
}
