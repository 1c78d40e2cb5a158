package dev.camelentrata.accounting.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.database.DatabaseFixture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallLimiterIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final Duration WINDOW = Duration.ofMillis(500);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final List<CallKind> SINGLE = List.of(CallKind.SINGLE);
  private static final List<CallKind> EITHER = List.of(CallKind.BATCH, CallKind.SINGLE);

  @Test
  void keepsWindowAndConcurrencyForAllReplicasTogether() throws Exception {
    SystemLimits limits = limits(4, new SystemLimits.Window(null, 20, WINDOW));
    List<CallLimiter> replicas = List.of(limiter("t1", limits), limiter("t1", limits));
    ConcurrentLinkedQueue<Long> arrivals = new ConcurrentLinkedQueue<>();
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    long start = System.nanoTime();
    try {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 70; i++) {
        CallLimiter replica = replicas.get(i % 2);
        calls.add(
            threads.submit(
                () -> {
                  try (Turn.Granted turn = (Turn.Granted) replica.take(SINGLE, LONG)) {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    arrivals.add(System.nanoTime());
                    running.decrementAndGet();
                  }
                }));
      }
      for (Future<?> call : calls) {
        call.get();
      }
    } finally {
      threads.shutdownNow();
    }

    List<Long> times = arrivals.stream().sorted().toList();
    for (int i = 20; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 20)).isGreaterThan(WINDOW.toNanos());
    }
    assertThat(most.get()).isBetween(1, 4);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(WINDOW.multipliedBy(6));
  }

  @Test
  void givesTheKindThatHasRoom() {
    SystemLimits limits =
        limits(
            9,
            new SystemLimits.Window(CallKind.BATCH, 1, Duration.ofMinutes(1)),
            new SystemLimits.Window(null, 3, Duration.ofMinutes(1)));
    CallLimiter limiter = limiter("t2", limits);

    assertThat(kinds(limiter, 3)).containsExactly(CallKind.BATCH, CallKind.SINGLE, CallKind.SINGLE);
    assertThat(limiter.take(EITHER, Duration.ZERO)).isInstanceOf(Turn.NotBefore.class);
  }

  @Test
  void saysAtOnceWhenTheDayIsUsedUp() {
    SystemLimits limits = limits(5, new SystemLimits.Window(null, 2, Duration.ofDays(1)));
    kinds(limiter("t3", limits), 2);

    Turn turn = limiter("t3", limits).take(SINGLE, LONG);

    assertThat(turn)
        .isInstanceOfSatisfying(
            Turn.NotBefore.class,
            not -> {
              assertThat(not.time()).isAfter(Instant.now().plus(Duration.ofHours(23)));
              assertThat(not.reason()).isEqualTo("2 calls in 86400 s are made");
            });
  }

  @Test
  void obeysWhatTheSystemSaysInAllReplicas() {
    SystemLimits limits = limits(5, new SystemLimits.Window(null, 10, Duration.ofMinutes(1)));
    try (Turn.Granted turn = (Turn.Granted) limiter("t4", limits).take(SINGLE, LONG)) {
      turn.refused(Duration.ofHours(2), "the daily limit is reached");
      turn.refused(Duration.ofSeconds(5), "not this one");
    }

    assertThat(limiter("t4", limits).take(SINGLE, LONG))
        .isInstanceOfSatisfying(
            Turn.NotBefore.class,
            not -> {
              assertThat(not.time()).isAfter(Instant.now().plus(Duration.ofMinutes(119)));
              assertThat(not.reason()).isEqualTo("the daily limit is reached");
            });
    assertThat(limiter("t5", limits).take(SINGLE, LONG)).isInstanceOf(Turn.Granted.class);
  }

  @Test
  void noticesThatOthersUseTheLimitToo() {
    SystemLimits limits = limits(5, new SystemLimits.Window(null, 60, Duration.ofMinutes(1)));
    CallLimiter limiter = limiter("t6", limits);
    try (Turn.Granted turn = (Turn.Granted) limiter.take(SINGLE, LONG)) {
      turn.remaining(Duration.ofMinutes(1), 40);
    }
    try (Turn.Granted turn = (Turn.Granted) limiter.take(SINGLE, Duration.ZERO)) {
      turn.remaining(Duration.ofMinutes(1), 0);
    }

    assertThat(limiter.take(SINGLE, Duration.ZERO)).isInstanceOf(Turn.NotBefore.class);
  }

  @Test
  void forgetsACallThatNeverEnded() {
    SystemLimits limits =
        new SystemLimits(
            1,
            List.of(new SystemLimits.Window(null, 5, Duration.ofMillis(20))),
            LONG,
            Duration.ofSeconds(-30).plusMillis(50));
    assertThat(limiter("t7", limits).take(SINGLE, LONG)).isInstanceOf(Turn.Granted.class);

    assertThat(limiter("t7", limits).take(SINGLE, LONG)).isInstanceOf(Turn.Granted.class);
  }

  private static List<CallKind> kinds(CallLimiter limiter, int calls) {
    List<CallKind> kinds = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      try (Turn.Granted turn = (Turn.Granted) limiter.take(EITHER, LONG)) {
        kinds.add(turn.kind());
      }
    }
    return kinds;
  }

  private static SystemLimits limits(int concurrent, SystemLimits.Window... windows) {
    return new SystemLimits(concurrent, List.of(windows), LONG, Duration.ofSeconds(5));
  }

  private static CallLimiter limiter(String tenant, SystemLimits limits) {
    Connection connection =
        new Connection(
            "con_1",
            "sandbox",
            SystemKind.XERO,
            tenant,
            "Books",
            Connection.State.CONNECTED,
            null,
            Instant.EPOCH);
    return new PostgresCallLimiter(DATABASE.dataSource(), connection, limits, Clock.systemUTC());
  }
}
