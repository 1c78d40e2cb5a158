package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Step: writes the body as JSON with the answer's headers and no others; a status set before stays,
 * and a page gets its {@code Link} to the next one.
 */
final class AnswerJson implements Processor {

  private final ObjectMapper json;

  AnswerJson(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public void process(Exchange exchange) throws Exception {
    Message message = exchange.getMessage();
    Call call = Call.of(exchange);
    Object status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 200, Integer.class);
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    call.responseHeaders().forEach(message::setHeader);
    Object body = message.getBody();
    if (body == null) {
      return;
    }
    if (body instanceof Page page && page.nextCursor() != null) {
      message.setHeader(NextLink.HEADER, NextLink.of(call.request(), "cursor", page.nextCursor()));
    }
    message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    message.setBody(call.request().head() ? null : json.writeValueAsBytes(body));
  }
}
