package dev.camelentrata.api;

import dev.camelentrata.event.Event;
import dev.camelentrata.event.EventLog;
import dev.camelentrata.event.EventQuery;
import dev.camelentrata.mirror.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An event log in memory. */
final class FakeEvents implements EventLog {

  private final List<Event> log = new ArrayList<>();
  private int waiting;

  synchronized void reset() {
    log.clear();
  }

  synchronized void add(String type, String entity, String id, String before, String after) {
    long position = log.size() + 11;
    int sequence = 1 + (int) log.stream().filter(e -> e.entityId().equals(id)).count();
    Instant at = Instant.parse("2026-11-24T07:30:00Z");
    log.add(
        new Event(
            position,
            "evt_" + position,
            type,
            "sandbox",
            "1001",
            entity,
            id,
            sequence,
            at,
            before,
            after,
            "run_1"));
    notifyAll();
  }

  synchronized int waiting() {
    return waiting;
  }

  @Override
  public synchronized List<Event> read(Viewer viewer, EventQuery query) {
    return log.stream()
        .filter(e -> viewer.propertyIds().contains(e.propertyId()))
        .filter(e -> e.position() > query.after())
        .filter(e -> query.types().isEmpty() || query.types().stream().anyMatch(t -> fits(e, t)))
        .filter(e -> query.entity() == null || query.entity().equals(e.entity()))
        .filter(e -> query.entityId() == null || query.entityId().equals(e.entityId()))
        .limit(query.limit())
        .toList();
  }

  private static boolean fits(Event event, String type) {
    return type.endsWith("*")
        ? event.type().startsWith(type.substring(0, type.length() - 1))
        : event.type().equals(type);
  }

  @Override
  public synchronized List<Event> await(Viewer viewer, EventQuery query, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    waiting++;
    try {
      List<Event> found = read(viewer, query);
      while (found.isEmpty() && System.nanoTime() < end) {
        wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        found = read(viewer, query);
      }
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } finally {
      waiting--;
    }
  }
}
