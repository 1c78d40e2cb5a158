package dev.camelentrata.api;

import dev.camelentrata.mirror.Mirror;
import dev.camelentrata.mirror.ResourceAge;
import java.math.BigDecimal;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads how old the mirror is, per resource, over what the caller sees. */
final class ReadAges implements Processor {

  private static final int MILLIS = 3;

  private final Mirror mirror;

  ReadAges(Mirror mirror) {
    this.mirror = mirror;
  }

  /** Ages in seconds; null if nothing was read. */
  record Age(
      String resource, int scopes, BigDecimal p50, BigDecimal p95, BigDecimal p99, BigDecimal max) {

    static Age of(ResourceAge age) {
      return new Age(
          age.resource(),
          age.scopes(),
          seconds(age.p50()),
          seconds(age.p95()),
          seconds(age.p99()),
          seconds(age.max()));
    }

    private static BigDecimal seconds(Duration age) {
      return age == null ? null : BigDecimal.valueOf(age.toMillis(), MILLIS);
    }
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange
        .getMessage()
        .setBody(new Page(mirror.ages(call.viewer()).stream().map(Age::of).toList(), null));
  }
}
