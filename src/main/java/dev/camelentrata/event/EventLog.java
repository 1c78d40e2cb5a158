package dev.camelentrata.event;

import dev.camelentrata.mirror.Viewer;
import java.time.Duration;
import java.util.List;

/** The events, in the order of their commits. Safe for use by many threads. */
public interface EventLog {

  /** Events that the viewer may see, the oldest first. */
  List<Event> read(Viewer viewer, EventQuery query);

  /** The same, but waits for the first one if there is none yet; empty when the time is over. */
  List<Event> await(Viewer viewer, EventQuery query, Duration longest);
}
