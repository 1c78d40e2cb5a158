package dev.camelentrata.deadletter;

import java.util.Map;
import java.util.Optional;

/** Sends dead letters on their way again. Safe for use by many threads and replicas. */
public interface Replays {

  /**
   * Replays one letter now; gives it as it then is, empty if the caller sees no such letter or it
   * is not open.
   *
   * @throws NotReplayableException if no repeat can help as things are, or it is being replayed
   * @throws ReplayFailedException if it failed again
   */
  Optional<DeadLetter> replay(ReplayCaller caller, String id);

  /**
   * Replays all open letters that fit, the oldest first, in the background; gives how many of each
   * kind that are. What fails again stays open. If the process ends before, the same call again
   * goes on with the rest.
   */
  Map<DeadLetterKind, Integer> replay(ReplayCaller caller, DeadLetterQuery query);
}
