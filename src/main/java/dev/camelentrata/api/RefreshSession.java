package dev.camelentrata.api;

import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.security.AccessTokens;
import dev.camelentrata.security.AuditLog;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: gives a new token for the one shown, which stays good for a short overlap. */
final class RefreshSession implements Processor {

  private final PortalClient portal;
  private final AccessTokens tokens;
  private final AuditLog audit;
  private final RateLimiter limiter;
  private final Duration overlap;

  /** The new token goes on with what the old one had left of its quota. */
  RefreshSession(
      PortalClient portal,
      AccessTokens tokens,
      AuditLog audit,
      RateLimiter limiter,
      Duration overlap) {
    this.portal = portal;
    this.tokens = tokens;
    this.audit = audit;
    this.limiter = limiter;
    this.overlap = overlap;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    PortalSession session = portal.session(call.token().sessionId());
    AccessTokens.Issued issued = tokens.refresh(call.token(), overlap);
    limiter.carryOver(call.token().id(), issued.token().id());
    audit.append(
        call.token().id(),
        "session.refreshed",
        session.id(),
        call.request().remote(),
        "ok",
        Map.of("company", session.company(), "newToken", issued.token().id()));
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange.getMessage().setBody(SessionAnswer.of(issued, session));
  }
}
