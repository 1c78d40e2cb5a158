package dev.camelentrata.api;

import dev.camelentrata.accounting.connect.Authorization;
import dev.camelentrata.accounting.connect.ConnectFailedException;
import dev.camelentrata.accounting.connect.ConnectionEntry;
import dev.camelentrata.accounting.connect.Connections;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.security.AuditLog;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Step: completes a connection with what an accounting system's page sends a person's browser back
 * with. The state is the permission, as long as whoever began is logged in and sees the journal.
 */
final class CompleteConnection implements Processor {

  private final Connections connections;
  private final PortalClient portal;
  private final AuditLog audit;

  /** What was connected, and where the browser goes; null for nowhere. */
  record Connected(List<ConnectionEntry> entries, String returnTo) {}

  CompleteConnection(Connections connections, PortalClient portal, AuditLog audit) {
    this.connections = connections;
    this.portal = portal;
    this.audit = audit;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    Parameters query = call.parameters();
    Authorization authorization = connections.redeem(query.text("state").orElse(""));
    requireEntitled(authorization);
    try {
      List<ConnectionEntry> connected = complete(authorization, query);
      connected.forEach(entry -> audit(call, authorization, entry.connection().id(), "ok"));
      exchange.getMessage().setBody(new Connected(connected, authorization.returnTo()));
    } catch (ConnectFailedException e) {
      audit(call, authorization, authorization.system().slug(), Problems.of(e).type().slug());
      throw e;
    }
  }

  private void requireEntitled(Authorization authorization) {
    PortalSession session = portal.session(authorization.sessionId());
    if (!session.company().equals(authorization.company())
        || !session.modules().contains(Scopes.JOURNAL)) {
      throw Scopes.moduleMissing(Scopes.JOURNAL);
    }
  }

  private List<ConnectionEntry> complete(Authorization authorization, Parameters query) {
    String code = query.text("code").orElse("");
    if (query.has("error") || code.isEmpty()) {
      throw ConnectFailedException.refused(
          "The person did not agree, or the accounting system would not ask. Begin anew with POST"
              + " /accounting/connections.");
    }
    boolean realm = authorization.system() == SystemKind.QUICKBOOKS;
    return connections.complete(
        authorization, code, realm ? query.text("realmId").orElse(null) : null);
  }

  private void audit(Call call, Authorization authorization, String subject, String outcome) {
    audit.append(
        authorization.begunBy(),
        "accounting.connected",
        subject,
        call.request().remote(),
        outcome,
        Map.of("company", authorization.company(), "system", authorization.system().slug()));
  }
}
