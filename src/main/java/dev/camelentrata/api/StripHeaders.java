package dev.camelentrata.api;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Step: notes what the request says and removes every header that came from outside, {@code Camel*}
 * above all, so that nobody outside can steer a later step.
 */
final class StripHeaders implements Processor {

  private final ApiContract contract;

  StripHeaders(ApiContract contract) {
    this.contract = contract;
  }

  @Override
  public void process(Exchange exchange) {
    Message message = exchange.getMessage();
    String method = message.getHeader(Exchange.HTTP_METHOD, String.class);
    String path = message.getHeader(Exchange.HTTP_PATH, String.class);
    ApiOperation operation =
        contract
            .find(method, path)
            .orElseThrow(
                () ->
                    ApiException.of(
                        ProblemType.UNKNOWN_PATH,
                        "There is nothing at this path; paths have no slash at the end."));
    Map<String, String> placeholders = operation.match(path).orElseThrow();
    Call.of(exchange)
        .request(
            new ApiRequest(
                message.getHeader(HttpFront.REQUEST_ID, "unknown", String.class),
                message.getHeader(HttpFront.HEAD_ONLY) != null,
                operation,
                path,
                message.getHeader(Exchange.HTTP_RAW_QUERY, String.class),
                placeholders,
                message.getHeader("Cache-Control", String.class),
                message.getHeader("If-None-Match", String.class),
                message.getHeader("Idempotency-Key", String.class),
                message.getHeader("Prefer", String.class),
                Remote.of(exchange)));
    message.removeHeaders("*");
  }
}
