package dev.camelentrata.api;

import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.security.AccessTokens;
import dev.camelentrata.security.AuditLog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: logs in to the portal, or finds the open portal session, and issues an access token. */
final class OpenSession implements Processor {

  private final PortalClient portal;
  private final AccessTokens tokens;
  private final AuditLog audit;
  private final AccountKeys keys;
  private final Set<String> companies;
  private final Scopes scopes;

  OpenSession(
      PortalClient portal,
      AccessTokens tokens,
      AuditLog audit,
      AccountKeys keys,
      Set<String> companies,
      Scopes scopes) {
    this.portal = portal;
    this.tokens = tokens;
    this.audit = audit;
    this.keys = keys;
    this.companies = companies;
    this.scopes = scopes;
  }

  @Override
  public void process(Exchange exchange) {
    SessionForm form = exchange.getMessage().getBody(SessionForm.class);
    Call call = Call.of(exchange);
    String remote = call.request().remote();
    PortalSession session;
    Set<String> allowed;
    try {
      session = open(form);
      allowed = allowed(form, session);
    } catch (PortalException e) {
      refused(form, remote, e.problem().slug());
      throw e;
    } catch (ApiException e) {
      refused(form, remote, e.problem().type().slug());
      throw e;
    }
    AccessTokens.Issued issued = tokens.issue(session.id(), session.company(), allowed);
    audit.append(
        issued.token().id(),
        "session.opened",
        session.id(),
        remote,
        "ok",
        details(form, session.company()));
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange.getMessage().setBody(SessionAnswer.of(issued, session));
  }

  private PortalSession open(SessionForm form) {
    if (form instanceof SessionForm.Configured configured) {
      keys.require(configured.account(), configured.key());
      return portal.open(configured.account());
    }
    SessionForm.Login login = (SessionForm.Login) form;
    if (!companies.contains(login.company())) {
      throw ApiException.invalid(
          List.of(
              FieldError.inBody(
                  "/company", "no company of this name is configured under entrata.company")));
    }
    return portal.open(login.account());
  }

  /** What was asked for as far as the portal's modules allow; all that they forbid is refused. */
  private Set<String> allowed(SessionForm form, PortalSession session) {
    Set<String> allowed = scopes.allowed(form.scopes(), session);
    if (allowed.isEmpty()) {
      throw Scopes.moduleMissing(scopes.module(form.scopes().iterator().next()).orElseThrow());
    }
    return allowed;
  }

  private void refused(SessionForm form, String remote, String problem) {
    String company = form instanceof SessionForm.Login login ? login.company() : "";
    audit.append("anonymous", "session.refused", "", remote, problem, details(form, company));
  }

  private static Map<String, String> details(SessionForm form, String company) {
    return form instanceof SessionForm.Configured configured
        ? Map.of("account", configured.account(), "company", company)
        : Map.of("company", company);
  }
}
