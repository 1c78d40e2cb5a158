package dev.camelentrata.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Step: leaves what the mirror said as it is if it is fresh enough for the caller, else reads the
 * portal into the mirror and the mirror again.
 */
final class Fresh implements Processor {

  private final Clock clock;

  Fresh(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    Instant asOf = call.answer().asOf();
    Instant now = clock.instant();
    if (call.cacheControl().satisfiedBy(asOf, now)) {
      CacheStatus.HIT.on(call);
      return;
    }
    if (call.cacheControl().onlyIfCached()) {
      throw notMirrored(asOf, now);
    }
    call.reading().refresh();
    call.answer(call.reading().read());
    (asOf == null ? CacheStatus.MISS : CacheStatus.REFRESHED).on(call);
  }

  private static ApiException notMirrored(Instant asOf, Instant now) {
    String detail =
        asOf == null
            ? "The mirror has not read this yet. Ask again without only-if-cached."
            : "The mirror's copy is "
                + Duration.between(asOf, now).toSeconds()
                + " seconds old. Ask again without only-if-cached, or with a larger max-age.";
    return ApiException.of(ProblemType.NOT_MIRRORED, detail);
  }
}
