package dev.camelentrata.deadletter;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;

/**
 * Gives a message to its route again, at the route's entry, whatever its {@code from} is: an event
 * of the mirror, a schedule, a file or a direct call.
 */
final class ReplayExchange implements DeadLetterReplay {

  /** Exchange property: the letter that is being replayed. */
  static final String LETTER = "CamelEntrataDeadLetter";

  private final CamelContext camel;
  private final MessageStore messages;

  ReplayExchange(CamelContext camel, MessageStore messages) {
    this.camel = camel;
    this.messages = messages;
  }

  @Override
  public DeadLetterKind kind() {
    return DeadLetterKind.EXCHANGE;
  }

  @Override
  public void replay(DeadLetter letter, byte[] message, ReplayCaller caller) {
    if (message == null) {
      throw new NotReplayableException(
          "The message's body could not be kept; make it a text, bytes, a record, a map or a list"
              + " at the beginning of the route, for later ones.");
    }
    Route route = camel.getRoute(letter.route());
    if (route == null) {
      throw new NotReplayableException(
          "There is no route "
              + letter.route()
              + " any more; bring it back, or discard the letter.");
    }
    ServiceStatus status = camel.getRouteController().getRouteStatus(letter.route());
    if (status == null || !status.isStarted()) {
      throw new NotReplayableException(
          "The route " + letter.route() + " is not running; start it, then replay again.");
    }
    Exchange exchange = route.getEndpoint().createExchange();
    messages.restore(messages.read(message), exchange);
    exchange.setProperty(LETTER, letter);
    try {
      route.getConsumer().getProcessor().process(exchange);
    } catch (Exception e) {
      exchange.setException(e);
    }
    if (exchange.getException() != null) {
      throw new ReplayFailedException(
          exchange.getException().getClass().getSimpleName()
              + ": "
              + exchange.getException().getMessage());
    }
  }
}
