package dev.camelentrata.api;

import dev.camelentrata.deadletter.DeadLetter;
import dev.camelentrata.deadletter.DeadLetterKind;
import dev.camelentrata.deadletter.DeadLetterQuery;
import dev.camelentrata.deadletter.DeadLetterState;
import dev.camelentrata.deadletter.DeadLetters;
import dev.camelentrata.deadletter.NewDeadLetter;
import dev.camelentrata.deadletter.ReplayCaller;
import dev.camelentrata.deadletter.Replays;
import dev.camelentrata.mirror.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Dead letters in memory, whose replay ends as the test says. */
final class FakeDeadLetters implements DeadLetters, Replays {

  static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

  final List<DeadLetter> letters = new ArrayList<>();
  final List<DeadLetterQuery> replayed = new ArrayList<>();
  final List<ReplayCaller> callers = new ArrayList<>();
  RuntimeException failure;

  void reset() {
    letters.clear();
    replayed.clear();
    callers.clear();
    failure = null;
  }

  /** An open letter of a route, of this property. */
  String open(String propertyId) {
    String id = "dl_" + (letters.size() + 1);
    letters.add(
        new DeadLetter(
            id,
            "sandbox",
            letters.size() + 1L,
            propertyId,
            DeadLetterKind.EXCHANGE,
            "exchange-" + (letters.size() + 1),
            "webhook-board",
            "Tells the board",
            "IOException: no answer (at https://board.example.test)",
            6,
            0,
            true,
            "{\"endpoint\":\"entrata:events\",\"headers\":{},\"body\":{\"email\":\"[personal]\"}}",
            DeadLetterState.OPEN,
            AT,
            null));
    return id;
  }

  private DeadLetter end(DeadLetter letter, DeadLetterState state) {
    DeadLetter ended =
        new DeadLetter(
            letter.id(),
            letter.company(),
            letter.sequence(),
            letter.propertyId(),
            letter.kind(),
            letter.ref(),
            letter.route(),
            letter.description(),
            letter.error(),
            letter.attempts(),
            letter.replays() + (state == DeadLetterState.REPLAYED ? 1 : 0),
            letter.replayable(),
            letter.message(),
            state,
            letter.createdAt(),
            AT);
    letters.set(letters.indexOf(letter), ended);
    return ended;
  }

  @Override
  public String add(NewDeadLetter letter) {
    throw new AssertionError("the API adds no dead letters");
  }

  @Override
  public void settle(String company, DeadLetterKind kind, List<String> refs) {
    throw new AssertionError("the API settles no dead letters");
  }

  @Override
  public void reopen(String company, DeadLetterKind kind, String ref, String error, int attempts) {
    throw new AssertionError("the API reopens no dead letters");
  }

  @Override
  public boolean known(String company, DeadLetterKind kind, String ref, Instant since) {
    throw new AssertionError("the API does not ask");
  }

  @Override
  public Optional<DeadLetter> find(Viewer viewer, String id) {
    return letters.stream().filter(l -> l.id().equals(id)).filter(seenBy(viewer)).findFirst();
  }

  private static Predicate<DeadLetter> seenBy(Viewer viewer) {
    return letter ->
        letter.propertyId() == null || viewer.propertyIds().contains(letter.propertyId());
  }

  private static Predicate<DeadLetter> fits(DeadLetterQuery query) {
    return letter ->
        (query.kind() == null || query.kind() == letter.kind())
            && (query.state() == null || query.state() == letter.state())
            && (query.route() == null || query.route().equals(letter.route()))
            && (query.propertyId() == null || query.propertyId().equals(letter.propertyId()))
            && (query.from() == null || !letter.createdAt().isBefore(query.from()))
            && (query.to() == null || letter.createdAt().isBefore(query.to()));
  }

  @Override
  public List<DeadLetter> list(Viewer viewer, DeadLetterQuery query, Long before, int limit) {
    List<DeadLetter> found = new ArrayList<>();
    letters.stream()
        .filter(seenBy(viewer).and(fits(query)))
        .filter(letter -> before == null || letter.sequence() < before)
        .forEach(letter -> found.add(0, letter));
    return found.subList(0, Math.min(found.size(), limit));
  }

  @Override
  public Map<DeadLetterKind, Integer> count(Viewer viewer, DeadLetterQuery query) {
    Map<DeadLetterKind, Integer> counts = new TreeMap<>();
    list(viewer, query, null, Integer.MAX_VALUE).stream()
        .filter(letter -> letter.state() == DeadLetterState.OPEN)
        .forEach(letter -> counts.merge(letter.kind(), 1, Integer::sum));
    return counts;
  }

  @Override
  public Optional<DeadLetter> discard(Viewer viewer, String id) {
    return find(viewer, id)
        .filter(letter -> letter.state() == DeadLetterState.OPEN)
        .map(letter -> end(letter, DeadLetterState.DISCARDED));
  }

  @Override
  public Optional<DeadLetter> replay(ReplayCaller caller, String id) {
    callers.add(caller);
    if (failure != null) {
      throw failure;
    }
    return find(caller.viewer(), id)
        .filter(letter -> letter.state() == DeadLetterState.OPEN)
        .map(letter -> end(letter, DeadLetterState.REPLAYED));
  }

  @Override
  public Map<DeadLetterKind, Integer> replay(ReplayCaller caller, DeadLetterQuery query) {
    callers.add(caller);
    replayed.add(query);
    return count(caller.viewer(), query);
  }
}
