package dev.camelentrata.portal.session;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets the threads of this process log in to an account one after the other. */
final class LoginTurns {

  private final ConcurrentMap<String, Turn> turns = new ConcurrentHashMap<>();

  /** A lock, and how many threads hold it or wait for it; forgotten with the last of them. */
  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private int users;
  }

  /**
   * Runs the login when its turn has come. A login must not start another one of the same account.
   */
  <T> T take(String accountKey, Duration atMost, Supplier<T> login) {
    Turn turn = enter(accountKey);
    try {
      if (turn.lock.isHeldByCurrentThread()) {
        throw new IllegalStateException("a login started another login of the same account");
      }
      if (!turn.lock.tryLock(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        throw busy(atMost);
      }
      try {
        return login.get();
      } finally {
        turn.lock.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PortalException.of(
          PortalProblem.PORTAL_UNAVAILABLE, "Interrupted while another login was running.", e);
    } finally {
      leave(accountKey);
    }
  }

  /** The problem of a login that waited for its turn in vain. */
  static PortalException busy(Duration atMost) {
    return PortalException.of(
        PortalProblem.PORTAL_UNAVAILABLE,
        "Another login of this account has been running for more than "
            + atMost.toSeconds()
            + " s. Try again a little later.");
  }

  private Turn enter(String accountKey) {
    return turns.compute(
        accountKey,
        (key, present) -> {
          Turn turn = present == null ? new Turn() : present;
          turn.users++;
          return turn;
        });
  }

  private void leave(String accountKey) {
    turns.computeIfPresent(accountKey, (key, turn) -> --turn.users == 0 ? null : turn);
  }

  int size() {
    return turns.size();
  }
}
