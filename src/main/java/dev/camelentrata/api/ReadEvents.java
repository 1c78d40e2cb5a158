package dev.camelentrata.api;

import dev.camelentrata.event.Event;
import dev.camelentrata.event.EventLog;
import dev.camelentrata.event.EventQuery;
import dev.camelentrata.mirror.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Step: reads events of the log; with {@code wait} the call waits for the first one if there is
 * none yet.
 */
final class ReadEvents implements Processor {

  private static final int LONGEST_WAIT = 60;

  /** About half of the server's threads; calls beyond are answered without waiting. */
  private static final int WAITING = 64;

  private static final Duration TURN = Duration.ofSeconds(5);

  private final EventLog events;
  private final EventFilter filter;
  private final ReadPage pages;
  private final Semaphore waiting = new Semaphore(WAITING);

  ReadEvents(EventLog events, EventFilter filter, ReadPage pages) {
    this.events = events;
    this.filter = filter;
    this.pages = pages;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    int limit = pages.read(call).limit();
    int wait = call.parameters().integer("wait").orElse(0);
    if (wait < 0 || wait > LONGEST_WAIT) {
      throw ApiException.invalid(
          List.of(FieldError.inParameter("wait", "must be from 0 to 60 seconds")));
    }
    EventQuery query = filter.read(call, limit);
    List<Event> found =
        wait == 0
            ? events.read(call.viewer(), query)
            : await(call.viewer(), query, Duration.ofSeconds(wait), exchange.getContext());
    exchange.getMessage().setBody(EventPage.of(found, query.after(), limit));
  }

  /** Waits in short turns, so that a stop of the application does not wait for callers. */
  private List<Event> await(Viewer viewer, EventQuery query, Duration longest, CamelContext camel) {
    if (!waiting.tryAcquire()) {
      return events.read(viewer, query);
    }
    try {
      List<Event> found = List.of();
      Duration left = longest;
      while (found.isEmpty() && !left.isZero() && !camel.isStopping()) {
        Duration turn = left.compareTo(TURN) < 0 ? left : TURN;
        found = events.await(viewer, query, turn);
        left = left.minus(turn);
      }
      return found;
    } finally {
      waiting.release();
    }
  }
}
