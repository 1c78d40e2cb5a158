package dev.camelentrata.api;

import dev.camelentrata.portal.PortalClient;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Step: refuses a token that lacks a scope which the REST DSL asks for; says {@code not-entitled}
 * if no token of this portal user could have it.
 */
final class RequireScope implements Processor {

  private final PortalClient portal;
  private final Scopes scopes;

  RequireScope(PortalClient portal, Scopes scopes) {
    this.portal = portal;
    this.scopes = scopes;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    for (String scope : call.request().operation().scopes()) {
      if (!call.token().scopes().contains(scope)) {
        requireModule(call, scope);
        throw missing(scope);
      }
    }
  }

  /** That the token lacks this scope. */
  static ApiException missing(String scope) {
    return new ApiException(
        Problem.of(
                ProblemType.INSUFFICIENT_SCOPE,
                "The access token lacks the scope "
                    + scope
                    + ". Get a token that has it with POST /sessions.")
            .with("requiredScope", scope)
            .withHeader("WWW-Authenticate", Challenge.insufficientScope(scope)));
  }

  private void requireModule(Call call, String scope) {
    Optional<String> module = scopes.module(scope);
    if (module.isPresent()
        && !portal.session(call.token().sessionId()).modules().contains(module.get())) {
      throw Scopes.moduleMissing(module.get());
    }
  }
}
