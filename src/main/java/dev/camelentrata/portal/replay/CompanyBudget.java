package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How much of one company's portal may be used: calls at a time, calls a minute, and when at all.
 */
final class CompanyBudget {

  private record Closure(Instant until, PortalProblem reason) {}

  private final PortalCompany company;
  private final Duration maxWait;
  private final Clock clock;
  private final Pause pause;
  private final Semaphore permits;
  private final MinuteWindow minute;
  private final CompanyBreaker breaker;
  private Closure closure = new Closure(Instant.MIN, PortalProblem.RATE_LIMITED);

  CompanyBudget(PortalCompany company, Duration maxWait, Clock clock, Pause pause) {
    this.company = company;
    this.maxWait = maxWait;
    this.clock = clock;
    this.pause = pause;
    this.permits = new Semaphore(company.concurrency(), true);
    this.minute = new MinuteWindow(company.callsPerMinute());
    this.breaker = new CompanyBreaker(company.name(), clock);
  }

  boolean fits(PortalCompany other) {
    return company.concurrency() == other.concurrency()
        && company.callsPerMinute() == other.callsPerMinute();
  }

  <T> T call(Supplier<T> call) {
    Instant deadline = clock.instant().plus(maxWait);
    try {
      awaitOpening(deadline);
      if (!permits.tryAcquire(untilMillis(deadline), TimeUnit.MILLISECONDS)) {
        throw refused(
            PortalProblem.RATE_LIMITED,
            "All " + company.concurrency() + " calls that may run at a time are busy",
            Duration.ofSeconds(1));
      }
      try {
        awaitOpening(deadline);
        awaitMinute(deadline);
        return breaker.call(call);
      } finally {
        permits.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PortalException.of(
              PortalProblem.PORTAL_UNAVAILABLE,
              "The call was given up while it waited its turn.",
              e)
          .in(company.name(), null, null, null);
    }
  }

  synchronized void closeUntil(Instant until, PortalProblem reason) {
    if (until.isAfter(closure.until)) {
      closure = new Closure(until, reason);
    }
  }

  private synchronized Closure closure() {
    return closure;
  }

  private void awaitOpening(Instant deadline) throws InterruptedException {
    for (Closure c = closure(); c.until.isAfter(clock.instant()); c = closure()) {
      if (c.until.isAfter(deadline)) {
        throw refused(
            c.reason,
            "The portal asked not to be called",
            Duration.between(clock.instant(), c.until));
      }
      pause.pass(Duration.between(clock.instant(), c.until));
    }
  }

  private void awaitMinute(Instant deadline) throws InterruptedException {
    Duration wait = minute.take(clock.instant());
    while (!wait.isZero()) {
      if (clock.instant().plus(wait).isAfter(deadline)) {
        throw refused(
            PortalProblem.RATE_LIMITED,
            "The " + company.callsPerMinute() + " calls that may be made in a minute are used up",
            wait);
      }
      pause.pass(wait);
      wait = minute.take(clock.instant());
    }
  }

  private long untilMillis(Instant deadline) {
    return Math.max(0, Duration.between(clock.instant(), deadline).toMillis());
  }

  private PortalException refused(PortalProblem problem, String why, Duration retryAfter) {
    Duration after =
        retryAfter.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : retryAfter;
    return PortalException.of(
            problem,
            why + " (company " + company.name() + "). Try again in " + after.toSeconds() + " s.")
        .in(company.name(), null, null, null)
        .withRetryAfter(after);
  }
}
