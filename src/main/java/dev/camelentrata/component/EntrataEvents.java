package dev.camelentrata.component;

import java.util.List;
import java.util.Set;

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

  /** The companies whose events there may be, for a consumer of all of them. */
  default Set<String> companies() {
    return Set.of();
  }

  /** Notes, for good, that the subscription has taken the events up to this position. */
  void taken(String company, String subscription, long position);
}
