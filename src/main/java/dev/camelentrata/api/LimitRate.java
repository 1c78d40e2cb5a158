package dev.camelentrata.api;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: counts the request against its access token, or without one against its address. */
final class LimitRate implements Processor {

  private final RateLimiter limiter;

  LimitRate(RateLimiter limiter) {
    this.limiter = limiter;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    String caller = call.token() == null ? call.request().remote() : call.token().id();
    RateState left = limiter.count(caller);
    call.responseHeaders().putAll(left.headers());
    left.requireAllowed();
  }
}
