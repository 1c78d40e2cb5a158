package dev.camelentrata.component;

import java.util.List;

/**
 * Where {@code entrata:events} gets its events from; the application binds one in the registry.
 * Safe for use by many threads.
 */
public interface EntrataEvents {

  /**
   * The next events that the subscription has not taken, the oldest first.
   *
   * @param subscription its name; a new one starts with the next event that happens
   * @param types event types, with {@code *} at the end for all that begin so; empty for all
   */
  List<EntrataEvent> next(String company, String subscription, List<String> types, int limit);

  /** Notes, for good, that the subscription has taken the events up to this position. */
  void taken(String company, String subscription, long position);
}
