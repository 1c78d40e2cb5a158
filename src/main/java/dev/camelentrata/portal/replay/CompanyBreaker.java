package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Leaves a failing portal alone for half a minute: opens when at least half of the last ten calls,
 * and no fewer than five, ended as {@code portal-unavailable}; then one call tries whether it is
 * back.
 */
final class CompanyBreaker {

  private static final Duration OPEN = Duration.ofSeconds(30);

  private final String company;
  private final Clock clock;
  private final CircuitBreaker breaker;
  private volatile Instant openUntil = Instant.MIN;

  CompanyBreaker(String company, Clock clock) {
    this.company = company;
    this.clock = clock;
    this.breaker =
        CircuitBreaker.of(
            company,
            CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(1)
                .recordException(CompanyBreaker::countsAsFailure)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> {
              if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                openUntil = clock.instant().plus(OPEN);
              }
            });
  }

  <T> T call(Supplier<T> call) {
    try {
      return breaker.executeSupplier(call);
    } catch (CallNotPermittedException e) {
      Duration left = Duration.between(clock.instant(), openUntil);
      Duration after = left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
      throw PortalException.of(
              PortalProblem.PORTAL_UNAVAILABLE,
              "The portal has failed repeatedly and is left alone for a while (company "
                  + company
                  + "). Try again in "
                  + after.toSeconds()
                  + " s.",
              e)
          .in(company, null, null, null)
          .withRetryAfter(after);
    }
  }

  private static boolean countsAsFailure(Throwable thrown) {
    Throwable problem = thrown instanceof UnansweredException lost ? lost.problem() : thrown;
    return problem instanceof PortalException portal
        && portal.problem() == PortalProblem.PORTAL_UNAVAILABLE;
  }
}
