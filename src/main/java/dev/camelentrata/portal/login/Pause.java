package dev.camelentrata.portal.login;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

  /**
   * @throws InterruptedException if the program is stopping
   */
  void of(Duration time) throws InterruptedException;

  /** Lets real time pass. */
  static Pause real() {
    return time -> {
      try {
        new CompletableFuture<Void>()
            .completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS)
            .get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    };
  }
}
