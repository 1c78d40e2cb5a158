package dev.camelentrata.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Many GET requests at a time, with one bearer token or another. */
final class Load implements AutoCloseable {

  private static final int CALLERS = 8;

  private final CloseableHttpClient http =
      HttpClients.custom()
          .setConnectionManager(
              PoolingHttpClientConnectionManagerBuilder.create()
                  .setMaxConnPerRoute(CALLERS)
                  .setMaxConnTotal(CALLERS)
                  .build())
          .disableContentCompression()
          .disableCookieManagement()
          .build();
  private final List<URI> targets;
  private final List<String> tokens;

  /** Asks for the targets in turn. */
  Load(List<URI> targets, List<String> tokens) {
    this.targets = targets;
    this.tokens = tokens;
  }

  /** What was measured; times in milliseconds from when a request was due to its last byte. */
  record Result(double perSecond, double p50, double p99) {}

  /** As many as go through, each caller asking again when it has its answer. */
  Result flatOut(double seconds) throws Exception {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    return measure(
        number ->
            () -> {
              List<Double> millis = new ArrayList<>();
              for (long n = number; System.nanoTime() < end; n += CALLERS) {
                long start = System.nanoTime();
                get(n);
                millis.add((System.nanoTime() - start) / 1e6);
              }
              return millis;
            });
  }

  /** So many a second; a request that has to wait for a late one counts its waiting. */
  Result atRate(int perSecond, double seconds) throws Exception {
    long start = System.nanoTime() + 50_000_000L;
    long count = (long) (perSecond * seconds);
    AtomicLong next = new AtomicLong();
    return measure(
        number ->
            () -> {
              List<Double> millis = new ArrayList<>();
              for (long n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                long due = start + n * 1_000_000_000L / perSecond;
                for (long wait = due - System.nanoTime();
                    wait > 0;
                    wait = due - System.nanoTime()) {
                  LockSupport.parkNanos(wait);
                }
                get(n);
                millis.add((System.nanoTime() - due) / 1e6);
              }
              return millis;
            });
  }

  private interface Caller {
    Callable<List<Double>> numbered(int number);
  }

  private static Result measure(Caller caller) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      long start = System.nanoTime();
      List<Future<List<Double>>> all = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        all.add(callers.submit(caller.numbered(i)));
      }
      List<Double> millis = new ArrayList<>();
      for (Future<List<Double>> one : all) {
        millis.addAll(one.get());
      }
      double took = (System.nanoTime() - start) / 1e9;
      Collections.sort(millis);
      return new Result(
          millis.size() / took,
          millis.get(millis.size() / 2),
          millis.get(millis.size() * 99 / 100));
    } finally {
      callers.shutdownNow();
    }
  }

  private void get(long n) throws IOException {
    HttpGet request = new HttpGet(targets.get((int) (n % targets.size())));
    request.setHeader("Authorization", "Bearer " + tokens.get((int) (n % tokens.size())));
    http.execute(
        request,
        answer -> {
          if (answer.getCode() != 200) {
            throw new IOException(request.getRequestUri() + " answered " + answer.getCode());
          }
          return EntityUtils.toByteArray(answer.getEntity()).length;
        });
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
