package dev.camelentrata.api;

import dev.camelentrata.accounting.connect.ConnectionEntry;
import dev.camelentrata.accounting.system.Connection;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Step: tells a person's browser that it is done, or sends it where the caller wants it. */
final class AnswerConnected implements Processor {

  @Override
  public void process(Exchange exchange) {
    Message message = exchange.getMessage();
    Call call = Call.of(exchange);
    CompleteConnection.Connected connected = message.getBody(CompleteConnection.Connected.class);
    message.removeHeaders("*");
    call.responseHeaders().forEach(message::setHeader);
    message.setHeader("Cache-Control", "no-store");
    message.setHeader("Referrer-Policy", "no-referrer");
    message.setHeader("Content-Security-Policy", "default-src 'none'");
    if (connected.returnTo() != null) {
      message.setHeader(Exchange.HTTP_RESPONSE_CODE, 303);
      message.setHeader("Location", connected.returnTo());
      message.setBody(null);
      return;
    }
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
    message.setHeader(Exchange.CONTENT_TYPE, "text/html; charset=utf-8");
    message.setBody(
        call.request().head() ? null : page(connected).getBytes(StandardCharsets.UTF_8));
  }

  private static String page(CompleteConnection.Connected connected) {
    String names =
        connected.entries().stream()
            .map(ConnectionEntry::connection)
            .map(AnswerConnected::name)
            .collect(Collectors.joining("</li><li>"));
    return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Connected</title></head>
        <body><h1>Connected</h1><ul><li>%s</li></ul>
        <p>You can close this window.</p></body></html>
        """
        .formatted(names);
  }

  private static String name(Connection connection) {
    return escaped(connection.name() == null ? connection.tenant() : connection.name());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
