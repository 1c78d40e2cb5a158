package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/**
 * Reads pages side by side: the calling thread works through them itself and the crew's threads, as
 * far as they are free, help. So a read always moves on, and threads stay few.
 */
final class PageCrew implements AutoCloseable {

  private final ThreadPoolExecutor helpers;

  PageCrew(int threads) {
    AtomicInteger number = new AtomicInteger();
    this.helpers =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "entrata-page-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    helpers.allowCoreThreadTimeOut(true);
  }

  /**
   * The results for 0 to {@code count - 1}, in order; the first failure ends it all.
   *
   * @param abreast how many at a time
   */
  <T> List<T> all(int count, int abreast, IntFunction<T> read) {
    Job<T> job = new Job<>(count, read);
    for (int i = 1; i < Math.min(count, abreast); i++) {
      helpers.execute(job);
    }
    job.run();
    return job.results();
  }

  @Override
  public void close() {
    helpers.shutdownNow();
  }

  private static final class Job<T> implements Runnable {

    private final IntFunction<T> read;
    private final Object[] results;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final CountDownLatch open;

    Job(int count, IntFunction<T> read) {
      this.read = read;
      this.results = new Object[count];
      this.open = new CountDownLatch(count);
    }

    @Override
    public void run() {
      for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
        try {
          if (failure.get() == null) {
            results[i] = read.apply(i);
          }
        } catch (RuntimeException e) {
          failure.compareAndSet(null, e);
        } finally {
          open.countDown();
        }
      }
    }

    @SuppressWarnings("unchecked")
    List<T> results() {
      try {
        open.await();
      } catch (InterruptedException e) {
        failure.compareAndSet(
            null,
            PortalException.of(
                PortalProblem.PORTAL_UNAVAILABLE, "The read was given up midway.", e));
        Thread.currentThread().interrupt();
      }
      if (failure.get() != null) {
        throw failure.get();
      }
      return new ArrayList<>((List<T>) Arrays.asList(results));
    }
  }
}
