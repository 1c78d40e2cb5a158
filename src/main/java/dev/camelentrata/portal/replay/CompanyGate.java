package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The one way to a portal: every call, by HTTP or browser, takes its turn here, so that a company's
 * budget of calls is kept, a {@code Retry-After} is obeyed and a failing portal is left alone for a
 * while. Safe for use by many threads; never enter it from within a call.
 */
public final class CompanyGate {

  private final Duration maxWait;
  private final Clock clock;
  private final Pause pause;
  private final Map<String, CompanyBudget> budgets = new ConcurrentHashMap<>();

  /**
   * A gate at which a call waits no longer than {@code maxWait} for its turn.
   *
   * @param maxWait zero or more
   */
  public CompanyGate(Duration maxWait, Clock clock) {
    this(maxWait, clock, Pause.parking());
  }

  CompanyGate(Duration maxWait, Clock clock, Pause pause) {
    this.maxWait = maxWait;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Performs the call when it is its turn.
   *
   * @throws dev.camelentrata.portal.PortalException {@code rate-limited} if it would have to wait
   *     longer than allowed, {@code portal-unavailable} while the portal is left alone; both say
   *     when to try again
   */
  public <T> T call(PortalCompany company, Supplier<T> call) {
    return budget(company).call(call);
  }

  /** Lets no call through until then; the reason is what callers get who cannot wait so long. */
  void closeUntil(PortalCompany company, Instant until, PortalProblem reason) {
    budget(company).closeUntil(until, reason);
  }

  /** A company whose budget was changed starts with a new one. */
  private CompanyBudget budget(PortalCompany company) {
    return budgets.compute(
        company.name(),
        (name, budget) ->
            budget != null && budget.fits(company)
                ? budget
                : new CompanyBudget(company, maxWait, clock, pause));
  }
}
