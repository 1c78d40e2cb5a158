package dev.camelentrata.portal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CompanyGateTest {

  private static final Duration MAX_WAIT = Duration.ofSeconds(10);

  private final MovingClock clock = new MovingClock();
  private final List<Duration> pauses = new ArrayList<>();
  private final CompanyGate gate =
      new CompanyGate(
          MAX_WAIT,
          clock,
          time -> {
            pauses.add(time);
            clock.move(time);
          });

  @Test
  void letsOnlySoManyCallsRunAtATime() throws Exception {
    PortalCompany company = company(2, 0);
    CountDownLatch finish = new CountDownLatch(1);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        calls.add(
            threads.submit(
                () ->
                    gate.call(
                        company,
                        () -> {
                          most.accumulateAndGet(running.incrementAndGet(), Math::max);
                          awaitLatch(finish);
                          return running.decrementAndGet();
                        })));
      }
      await().until(() -> running.get() == 2);
      finish.countDown();
      for (Future<?> call : calls) {
        call.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(most).hasValue(2);
  }

  @Test
  void refusesACallThatWouldWaitTooLongForAFreePlace() throws Exception {
    CompanyGate impatient = new CompanyGate(Duration.ZERO, clock);
    PortalCompany company = company(1, 0);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<?> first =
          thread.submit(
              () ->
                  impatient.call(
                      company,
                      () -> {
                        inside.countDown();
                        awaitLatch(finish);
                        return null;
                      }));
      inside.await();

      PortalException refused = refusal(impatient, company);

      assertThat(refused.problem()).isEqualTo(PortalProblem.RATE_LIMITED);
      assertThat(refused.retryAfter()).contains(Duration.ofSeconds(1));
      finish.countDown();
      first.get();
      assertThat(impatient.call(company, () -> "free again")).isEqualTo("free again");
    } finally {
      finish.countDown();
      thread.shutdown();
    }
  }

  @Test
  void makesNoMoreThanTheCallsOfAMinute() {
    PortalCompany company = company(4, 3);
    List<Instant> calls = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      gate.call(company, () -> calls.add(clock.instant()));
      clock.move(Duration.ofSeconds(5));
    }

    PortalException refused = refusal(gate, company);

    assertThat(refused.problem()).isEqualTo(PortalProblem.RATE_LIMITED);
    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(45));
    assertThat(refused).hasMessageContaining("3 calls").hasMessageContaining("acme");
    clock.move(Duration.ofSeconds(36));
    gate.call(company, () -> calls.add(clock.instant()));
    assertThat(pauses).containsExactly(Duration.ofSeconds(9));
    assertThat(Duration.between(calls.get(0), calls.get(3))).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void staysShutUntilThePortalMayBeCalledAgain() {
    PortalCompany company = company(4, 0);
    gate.closeUntil(company, clock.instant().plusSeconds(60), PortalProblem.RATE_LIMITED);
    gate.closeUntil(company, clock.instant().plusSeconds(5), PortalProblem.PORTAL_UNAVAILABLE);

    PortalException refused = refusal(gate, company);

    assertThat(refused.problem()).isEqualTo(PortalProblem.RATE_LIMITED);
    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(60));
    clock.move(Duration.ofSeconds(52));
    assertThat(gate.call(company, () -> "after a short wait")).isEqualTo("after a short wait");
    assertThat(pauses).containsExactly(Duration.ofSeconds(8));
  }

  @Test
  void keepsCompaniesApart() {
    gate.closeUntil(company(4, 0), clock.instant().plusSeconds(60), PortalProblem.RATE_LIMITED);
    PortalCompany other = new PortalCompany("other", URI.create("http://127.0.0.1:1"), null, 1, 1);

    assertThat(gate.call(other, () -> "open")).isEqualTo("open");
  }

  @Test
  void leavesAFailingPortalAloneAndTriesAgainWithOneCall() {
    PortalCompany company = company(4, 0);
    for (int i = 0; i < 5; i++) {
      fail(company, PortalProblem.PORTAL_UNAVAILABLE);
    }

    PortalException refused = refusal(gate, company);

    assertThat(refused.problem()).isEqualTo(PortalProblem.PORTAL_UNAVAILABLE);
    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(30));
    clock.move(Duration.ofSeconds(31));
    assertThat(gate.call(company, () -> "back")).isEqualTo("back");
    assertThat(gate.call(company, () -> "and stays")).isEqualTo("and stays");
  }

  @Test
  void doesNotTakeOtherProblemsForAFailingPortal() {
    PortalCompany company = company(4, 0);
    for (int i = 0; i < 20; i++) {
      fail(company, PortalProblem.PORTAL_DRIFT);
    }

    assertThat(gate.call(company, () -> "open")).isEqualTo("open");
  }

  private void fail(PortalCompany company, PortalProblem problem) {
    PortalException thrown =
        catchThrowableOfType(
            PortalException.class,
            () ->
                gate.call(
                    company,
                    () -> {
                      throw PortalException.of(problem, "made to fail");
                    }));
    assertThat(thrown).hasMessage("made to fail");
  }

  private static PortalException refusal(CompanyGate gate, PortalCompany company) {
    PortalException refused =
        catchThrowableOfType(
            PortalException.class,
            () ->
                gate.call(
                    company,
                    () -> {
                      throw new AssertionError("must not be let through");
                    }));
    assertThat(refused).isNotNull();
    assertThat(refused.company()).contains("acme");
    return refused;
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static PortalCompany company(int concurrency, int callsPerMinute) {
    return new PortalCompany(
        "acme", URI.create("http://127.0.0.1:1"), null, concurrency, callsPerMinute);
  }
}
