package dev.camelentrata.api;

import dev.camelentrata.portal.PortalException;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Step of the error policy: if the portal failed and the caller would rather have what the mirror
 * holds ({@code stale-if-error}, RFC 5861), answers with that; else with the problem.
 */
final class AnswerStale implements Processor {

  private final Problems problems;
  private final AnswerMirror mirrored;
  private final AnswerProblem problem;
  private final Clock clock;

  AnswerStale(Problems problems, AnswerMirror mirrored, AnswerProblem problem, Clock clock) {
    this.problems = problems;
    this.mirrored = mirrored;
    this.problem = problem;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    if (isPortalFailure(caught) && holdsEnough(call)) {
      CacheStatus.STALE.on(call, problems.of(caught, call.request().id()).type().slug());
      mirrored.process(exchange);
    } else {
      problem.process(exchange);
    }
  }

  private static boolean isPortalFailure(Throwable caught) {
    return caught instanceof PortalException portal
        && ProblemType.of(portal.problem()).status() >= 500;
  }

  private boolean holdsEnough(Call call) {
    MirrorAnswer answer = call.answer();
    return answer != null
        && call.cacheControl().forgives(answer.asOf(), clock.instant())
        && (answer.list() || answer.items().get(0).removedAt() == null);
  }
}
