package dev.camelentrata.api;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Step of the error policy: answers with the problem that the caught exception stands for. */
final class AnswerProblem implements Processor {

  private final Problems problems;
  private final ProblemJson json;

  AnswerProblem(Problems problems, ProblemJson json) {
    this.problems = problems;
    this.json = json;
  }

  @Override
  public void process(Exchange exchange) {
    Message message = exchange.getMessage();
    Call call = Call.of(exchange);
    String requestId =
        call.request() == null
            ? message.getHeader(HttpFront.REQUEST_ID, "unknown", String.class)
            : call.request().id();
    boolean head =
        call.request() == null
            ? message.getHeader(HttpFront.HEAD_ONLY) != null
            : call.request().head();
    Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    Problem problem = problems.of(caught, requestId);
    message.removeHeaders("*");
    call.responseHeaders().forEach(message::setHeader);
    problem.headers().forEach(message::setHeader);
    message.setHeader("Cache-Control", "no-store");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, problem.type().status());
    message.setHeader(Exchange.CONTENT_TYPE, ProblemJson.CONTENT_TYPE);
    message.setBody(head ? null : json.write(problem, requestId));
  }
}
