package dev.camelentrata.api;

import dev.camelentrata.event.Event;
import java.util.List;

/**
 * Events of the log.
 *
 * @param next the position after which to go on
 * @param full whether there may be more already
 */
record EventPage(List<Event> events, long next, boolean full) {

  EventPage {
    events = List.copyOf(events);
  }

  static EventPage of(List<Event> events, long after, int limit) {
    long next = events.isEmpty() ? after : events.get(events.size() - 1).position();
    return new EventPage(events, next, events.size() >= limit);
  }
}
