package dev.camelentrata.accounting.post;

import dev.camelentrata.accounting.PostingState;
import dev.camelentrata.accounting.system.HeldEntry;
import dev.camelentrata.accounting.system.SendOutcome;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Says what an entry becomes by what came of it. Immutable. */
final class Verdict {

  /** How long an entry waits that the system would not take just now, if it says nothing else. */
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  private final Duration settle;

  Verdict(Duration settle) {
    this.settle = settle;
  }

  /**
   * After it was sent.
   *
   * @param locked the last day that the system's books are closed for, read after the answer if it
   *     said so; null for none
   */
  Result sent(LeasedEntry entry, SendOutcome outcome, LocalDate locked, OffsetDateTime now) {
    return switch (outcome.result()) {
      case TAKEN -> new Result(entry, PostingState.CONFIRMED, outcome.externalId(), null, now);
      case REFUSED -> failed(entry, outcome.error(), now);
      case PERIOD_CLOSED ->
          locked != null && !entry.datedOn().isAfter(locked)
              ? new Result(entry, PostingState.PENDING, null, outcome.error(), now)
              : failed(
                  entry, outcome.error() + "; it tells no open day after " + entry.datedOn(), now);
      case UNCERTAIN -> new Result(entry, PostingState.UNCERTAIN, null, outcome.error(), now);
      case LATER ->
          new Result(
              entry, PostingState.PENDING, null, outcome.error(), later(entry, outcome, now));
      case DISCONNECTED ->
          new Result(entry, PostingState.PENDING, null, outcome.error(), now.plus(PAUSE));
    };
  }

  private static Result failed(LeasedEntry entry, String error, OffsetDateTime now) {
    return new Result(entry, PostingState.FAILED, null, error, now);
  }

  private static OffsetDateTime later(LeasedEntry entry, SendOutcome outcome, OffsetDateTime now) {
    if (outcome.notBefore() != null) {
      return outcome.notBefore().atOffset(ZoneOffset.UTC);
    }
    return now.plus(pause(entry.attempts()));
  }

  private static Duration pause(int attempts) {
    Duration pause = PAUSE.multipliedBy(1L << Math.min(10, Math.max(0, attempts - 1)));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /** After it was looked up: it is sent again only once it can no longer arrive. */
  Result lookedUp(LeasedEntry entry, Optional<HeldEntry> held, OffsetDateTime now) {
    if (held.isPresent()) {
      return new Result(entry, PostingState.CONFIRMED, held.get().externalId(), null, now);
    }
    OffsetDateTime settled = entry.since().plus(settle);
    return settled.isAfter(now)
        ? new Result(entry, PostingState.UNCERTAIN, null, "not found there yet", settled)
        : new Result(entry, PostingState.PENDING, null, "not found there; sent again", now);
  }

  /** After it could not be looked up. */
  Result notLookedUp(LeasedEntry entry, String error, OffsetDateTime now) {
    return new Result(entry, PostingState.UNCERTAIN, null, error, now.plus(PAUSE));
  }
}
