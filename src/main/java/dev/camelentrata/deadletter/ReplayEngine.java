package dev.camelentrata.deadletter;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replays letters by the way of their kind: one at once, or many one after another. */
final class ReplayEngine implements Replays, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReplayEngine.class);
  private static final int CHUNK = 50;

  private final DeadLetters letters;
  private final ReplayQueue queue;
  private final Map<DeadLetterKind, DeadLetterReplay> ways = new EnumMap<>(DeadLetterKind.class);
  private final Masking masking = new Masking();
  private final ExecutorService background;
  private volatile boolean closed;

  ReplayEngine(DeadLetters letters, ReplayQueue queue, List<DeadLetterReplay> ways) {
    this.letters = letters;
    this.queue = queue;
    ways.forEach(way -> this.ways.put(way.kind(), way));
    this.background =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "entrata-dead-letter-replay");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public Optional<DeadLetter> replay(ReplayCaller caller, String id) {
    Optional<DeadLetter> seen =
        letters.find(caller.viewer(), id).filter(l -> l.state() == DeadLetterState.OPEN);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    ReplayQueue.Leased leased =
        queue
            .lease(seen.get())
            .orElseThrow(
                () ->
                    new NotReplayableException(
                        "It is being replayed; look at it again in a moment."));
    send(leased, caller);
    return letters.find(caller.viewer(), id);
  }

  private void send(ReplayQueue.Leased leased, ReplayCaller caller) {
    DeadLetter letter = leased.letter();
    try {
      way(letter.kind()).replay(letter, leased.message(), caller);
    } catch (NotReplayableException e) {
      queue.release(leased);
      throw e;
    } catch (RuntimeException e) {
      String error =
          masking.text(
              e instanceof ReplayFailedException
                  ? String.valueOf(e.getMessage())
                  : e.getClass().getSimpleName() + ": " + e.getMessage());
      queue.failed(leased, error);
      throw new ReplayFailedException(error);
    }
    if (!queue.done(leased)) {
      throw new ReplayFailedException("It used up its retries again.");
    }
  }

  private DeadLetterReplay way(DeadLetterKind kind) {
    DeadLetterReplay way = ways.get(kind);
    if (way == null) {
      throw new NotReplayableException(
          "Dead letters of kind " + kind.slug() + " cannot be replayed here.");
    }
    return way;
  }

  @Override
  public Map<DeadLetterKind, Integer> replay(ReplayCaller caller, DeadLetterQuery query) {
    Map<DeadLetterKind, Integer> counts = letters.count(caller.viewer(), query);
    if (!counts.isEmpty()) {
      long last = letters.list(caller.viewer(), query.open(), null, 1).get(0).sequence();
      background.execute(() -> replayAll(caller, query, last));
    }
    return counts;
  }

  /** Up to the last letter that was there when it was asked for, so that it comes to an end. */
  private void replayAll(ReplayCaller caller, DeadLetterQuery query, long last) {
    int replayed = 0;
    int failed = 0;
    long after = 0;
    try {
      List<DeadLetter> chunk = queue.next(caller, query, after, CHUNK);
      while (!chunk.isEmpty() && !closed) {
        for (DeadLetter letter : chunk) {
          after = letter.sequence();
          if (after > last || closed) {
            break;
          }
          if (replayed(letter, caller)) {
            replayed++;
          } else {
            failed++;
          }
        }
        chunk = after >= last ? List.of() : queue.next(caller, query, after, CHUNK);
      }
    } catch (RuntimeException e) {
      LOG.warn("Replaying dead letters was broken off; repeat the request: {}", e.toString());
    }
    LOG.info("{} dead letters were replayed, {} stay open", replayed, failed);
  }

  private boolean replayed(DeadLetter letter, ReplayCaller caller) {
    try {
      Optional<ReplayQueue.Leased> leased = queue.lease(letter);
      leased.ifPresent(l -> send(l, caller));
      return leased.isPresent();
    } catch (NotReplayableException | ReplayFailedException e) {
      LOG.info("{} stays open: {}", letter, masking.text(String.valueOf(e.getMessage())));
      return false;
    }
  }

  /** Lets the replay under way end, for a few seconds, and begins no other. */
  @Override
  public void close() {
    closed = true;
    background.shutdown();
    try {
      if (!background.awaitTermination(5, TimeUnit.SECONDS)) {
        background.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
