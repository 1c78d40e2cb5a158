package dev.camelentrata.portal.browser;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Starts browsers and knows all that run, so that none is left behind: not at a stop, and not after
 * a kill, because the next start ends what the one before left. Safe for use by many threads.
 */
public final class Browsers implements AutoCloseable {

  private static final Duration TURN = Duration.ofMinutes(2);

  /** How long a stop waits for browsers that are being started, so that they are ended too. */
  private static final Duration STARTS = Duration.ofSeconds(15);

  private final BrowserSettings settings;
  private final BrowserStarter starter;
  private final Semaphore active;
  private final Set<Browser> running = new HashSet<>();
  private final Thread atExit = new Thread(this::endAll, "entrata-browsers-end");
  private int starting;
  private boolean closed;

  /** Ends what an earlier run left behind, and is ready to start browsers. */
  public Browsers(BrowserSettings settings, Clock clock) {
    this.settings = settings;
    BrowserLedger ledger = new BrowserLedger(settings.dataDir());
    ledger.reap();
    this.starter = new BrowserStarter(settings, ledger, clock);
    this.active = new Semaphore(settings.maxActive(), true);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  public BrowserSettings settings() {
    return settings;
  }

  /** Starts a browser; the caller closes it. */
  Browser start() {
    synchronized (running) {
      refuseIfClosed();
      starting++;
    }
    try {
      endDead();
      Browser browser = starter.start();
      synchronized (running) {
        if (!closed) {
          running.add(browser);
          return browser;
        }
      }
      browser.close();
      throw stopping();
    } finally {
      synchronized (running) {
        starting--;
        running.notifyAll();
      }
    }
  }

  /** Ends a browser and forgets it. */
  void end(Browser browser) {
    browser.close();
    synchronized (running) {
      running.remove(browser);
    }
  }

  /** Does browser work when it is its turn: no more than the allowed number at the same time. */
  <T> T inTurn(Supplier<T> work) {
    try {
      if (!active.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
        throw PortalException.of(
                PortalProblem.RATE_LIMITED,
                "All browsers are busy. Try again later, or allow more with"
                    + " entrata.browser.active.")
            .withRetryAfter(Duration.ofSeconds(30));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stopping();
    }
    try {
      return work.get();
    } finally {
      active.release();
    }
  }

  /** Does work with a browser of its own, which is ended afterwards, when it is its turn. */
  public <T> T withBrowser(Function<Browser, T> work) {
    return inTurn(
        () -> {
          Browser browser = start();
          try {
            return work.apply(browser);
          } finally {
            end(browser);
          }
        });
  }

  /** How many browsers run. */
  public int running() {
    synchronized (running) {
      return (int) running.stream().filter(Browser::alive).count();
    }
  }

  /** Clears up after browsers that were killed while nobody used them. */
  private void endDead() {
    List<Browser> dead;
    synchronized (running) {
      dead = running.stream().filter(b -> !b.alive()).toList();
      dead.forEach(running::remove);
    }
    dead.forEach(Browser::close);
  }

  private void refuseIfClosed() {
    if (closed) {
      throw stopping();
    }
  }

  private static PortalException stopping() {
    return PortalException.of(
        PortalProblem.PORTAL_UNAVAILABLE, "The program is stopping; no browser is started.");
  }

  /** Ends all browsers. */
  @Override
  public void close() {
    endAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The program is stopping already, and the hook finds nothing left to do.
    }
  }

  private void endAll() {
    List<Browser> left;
    synchronized (running) {
      closed = true;
      left = List.copyOf(running);
      running.clear();
    }
    left.parallelStream().forEach(Browser::close);
    awaitStarts();
  }

  /** Those that are being started end themselves, as soon as they can be ended. */
  private void awaitStarts() {
    long end = System.nanoTime() + STARTS.toNanos();
    synchronized (running) {
      try {
        for (long left = STARTS.toMillis();
            starting > 0 && left > 0;
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
          running.wait(left);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
