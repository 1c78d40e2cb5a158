package dev.camelentrata.deadletter;

import dev.camelentrata.mirror.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that has used up its retries. Safe for use by many threads and replicas. */
public interface DeadLetters {

  /**
   * Keeps it, in the caller's transaction if there is one on the same data source; gives its id. If
   * a letter of the same thing is open, or is being replayed, that one is brought up to date
   * instead and no event tells of it again.
   */
  String add(NewDeadLetter letter);

  /** Ends the open letters of these things because they have ended by themselves. */
  void settle(String company, DeadLetterKind kind, List<String> refs);

  /** Opens the letter of this thing again, which was replayed last and has failed once more. */
  void reopen(String company, DeadLetterKind kind, String ref, String error, int attempts);

  /** Whether a letter of this thing is open, was discarded, or ended after this time. */
  boolean known(String company, DeadLetterKind kind, String ref, Instant since);

  /** A letter that the viewer may see. */
  Optional<DeadLetter> find(Viewer viewer, String id);

  /**
   * Letters that the viewer may see, the latest first.
   *
   * @param before only those with a lower sequence; null for all
   */
  List<DeadLetter> list(Viewer viewer, DeadLetterQuery query, Long before, int limit);

  /** How many open letters of each kind fit; kinds without any are left out. */
  Map<DeadLetterKind, Integer> count(Viewer viewer, DeadLetterQuery query);

  /** Gives it up for good; empty if the viewer sees no such letter, or it is not open. */
  Optional<DeadLetter> discard(Viewer viewer, String id);
}
