package dev.camelentrata.api;

import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.security.AccessToken;
import dev.camelentrata.security.AccessTokens;
import dev.camelentrata.security.AuditLog;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Step: revokes the token, and logs out of the portal if no other token uses the session. */
final class CloseSession implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(CloseSession.class);

  private final PortalClient portal;
  private final AccessTokens tokens;
  private final AuditLog audit;

  CloseSession(PortalClient portal, AccessTokens tokens, AuditLog audit) {
    this.portal = portal;
    this.tokens = tokens;
    this.audit = audit;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    AccessToken token = call.token();
    tokens.revoke(token);
    boolean last = !tokens.anyFor(token.sessionId());
    if (last) {
      logOut(token);
    }
    audit.append(
        token.id(),
        "session.closed",
        token.sessionId(),
        call.request().remote(),
        "ok",
        Map.of("company", token.company(), "portalSession", last ? "closed" : "in use"));
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange.getMessage().setBody(null);
  }

  /** The token is gone already, so a portal that does not answer does not fail the call. */
  private void logOut(AccessToken token) {
    try {
      portal.close(token.sessionId());
    } catch (PortalException e) {
      LOG.warn(
          "Portal session {} of {} could not be logged out: {}",
          token.sessionId(),
          token.company(),
          e.problem().slug());
    }
  }
}
