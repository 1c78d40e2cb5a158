package dev.camelentrata.api;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: refuses a token that lacks a scope which the REST DSL asks for. */
final class RequireScope implements Processor {

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    for (String scope : call.request().operation().scopes()) {
      if (!call.token().scopes().contains(scope)) {
        throw new ApiException(
            Problem.of(
                    ProblemType.INSUFFICIENT_SCOPE,
                    "The access token lacks the scope "
                        + scope
                        + ". Get a token that has it with POST /sessions.")
                .with("requiredScope", scope)
                .withHeader("WWW-Authenticate", Challenge.insufficientScope(scope)));
      }
    }
  }
}
