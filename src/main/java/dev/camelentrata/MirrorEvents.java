package dev.camelentrata;

import dev.camelentrata.component.EntrataEvent;
import dev.camelentrata.component.EntrataEvents;
import dev.camelentrata.event.EventSubscriptions;
import java.util.List;
import java.util.Set;

/** Gives the component the mirror's events, which it does not know itself. */
record MirrorEvents(EventSubscriptions subscriptions, Set<String> companies)
    implements EntrataEvents {

  @Override
  public List<EntrataEvent> next(
      String company, String subscription, List<String> types, int limit) {
    return subscriptions.next(company, subscription, types, limit).stream()
        .map(
            e ->
                new EntrataEvent(
                    e.position(),
                    e.id(),
                    e.type(),
                    e.company(),
                    e.propertyId(),
                    e.entity(),
                    e.entityId(),
                    e.sequence(),
                    e.occurredAt(),
                    e.before(),
                    e.after()))
        .toList();
  }

  @Override
  public void taken(String company, String subscription, long position) {
    subscriptions.taken(company, subscription, position);
  }
}
