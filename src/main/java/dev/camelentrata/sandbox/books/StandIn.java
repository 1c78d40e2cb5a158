package dev.camelentrata.sandbox.books;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What both stand-ins consist of. For one thread only. */
final class StandIn {

  /** A limit that was reached. */
  enum Limit {
    MINUTE,
    DAY,
    BATCHES,
    CONCURRENT
  }

  /** The limit that stops a call, and when to try again. */
  record Reached(Limit limit, long seconds) {}

  private static final Duration DAY = Duration.ofDays(1);

  final String name;
  final String title;
  final Clock clock;
  final BooksSettings settings;
  final BooksCounters counters = new BooksCounters();
  final BooksFaults faults = new BooksFaults();
  final Grants grants;
  private final Map<String, Organisation> organisations = new LinkedHashMap<>();
  private final Set<String> connected = new LinkedHashSet<>();

  StandIn(
      String name,
      String title,
      Clock clock,
      BooksSettings settings,
      List<Organisation> organisations) {
    this.name = name;
    this.title = title;
    this.clock = clock;
    this.settings = settings;
    this.grants = new Grants(clock, settings, counters);
    organisations.forEach(each -> this.organisations.put(each.id, each));
  }

  Collection<Organisation> organisations() {
    return organisations.values();
  }

  /** The organisation of this id; the first for an empty one. */
  Optional<Organisation> organisation(String id) {
    return id.isEmpty()
        ? organisations.values().stream().findFirst()
        : Optional.ofNullable(organisations.get(id));
  }

  Organisation connect(Organisation organisation) {
    connected.add(organisation.id);
    return organisation;
  }

  void disconnect(String organisation) {
    connected.remove(organisation);
  }

  boolean connected(String organisation) {
    return connected.contains(organisation);
  }

  /** Counts the call, or tells which limit it is refused for. */
  Optional<Reached> take(Organisation organisation, boolean batch) {
    Instant now = clock.instant();
    Duration window = Duration.ofSeconds(settings.windowSeconds);
    if (organisation.running >= settings.concurrent) {
      return Optional.of(new Reached(Limit.CONCURRENT, 1));
    }
    if (organisation.day.left(now, DAY, settings.perDay) == 0) {
      return Optional.of(new Reached(Limit.DAY, organisation.day.wait(now, DAY)));
    }
    if (organisation.calls.left(now, window, settings.perMinute) == 0) {
      return Optional.of(new Reached(Limit.MINUTE, organisation.calls.wait(now, window)));
    }
    if (batch && organisation.batches.left(now, window, settings.batchesPerMinute) == 0) {
      return Optional.of(new Reached(Limit.BATCHES, organisation.batches.wait(now, window)));
    }
    organisation.day.take(now);
    organisation.calls.take(now);
    if (batch) {
      organisation.batches.take(now);
    }
    return Optional.empty();
  }

  int leftThisMinute(Organisation organisation) {
    return organisation.calls.left(
        clock.instant(), Duration.ofSeconds(settings.windowSeconds), settings.perMinute);
  }

  int leftToday(Organisation organisation) {
    return organisation.day.left(clock.instant(), DAY, settings.perDay);
  }

  /** Takes all permissions back, as a person does in the settings of their books. */
  void revoke() {
    grants.revokeAll();
    connected.clear();
  }

  /** As at the start; connections can be kept, and with them what was set. */
  void reset(boolean keepConnections) {
    organisations.values().forEach(Organisation::clear);
    faults.clear();
    counters.clear();
    if (!keepConnections) {
      grants.clear();
      connected.clear();
      settings.restore();
    }
  }
}
