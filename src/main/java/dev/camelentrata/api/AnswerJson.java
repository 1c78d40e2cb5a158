package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Step: writes the body as JSON with the answer's headers and no others; a status set before stays,
 * and a page gets its {@code Link} to the next one.
 */
final class AnswerJson implements Processor {

  private final ObjectMapper json;
  private final UnaryOperator<Object> shape;

  /** Writes what {@code shape} makes of the body. */
  AnswerJson(ObjectMapper json, UnaryOperator<Object> shape) {
    this.json = json;
    this.shape = shape;
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
      message.setHeader("Link", "<" + next(call.request(), page) + ">; rel=\"next\"");
    }
    message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    message.setBody(call.request().head() ? null : json.writeValueAsBytes(shape.apply(body)));
  }

  private static String next(ApiRequest request, Page page) {
    List<String> query = new ArrayList<>();
    if (request.query() != null) {
      for (String pair : request.query().split("&", -1)) {
        if (!pair.isEmpty() && !pair.startsWith("cursor=")) {
          query.add(pair);
        }
      }
    }
    query.add("cursor=" + URLEncoder.encode(page.nextCursor(), StandardCharsets.UTF_8));
    return request.path() + "?" + String.join("&", query);
  }
}
