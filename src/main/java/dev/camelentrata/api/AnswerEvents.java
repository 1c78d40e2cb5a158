package dev.camelentrata.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.event.Event;
import dev.camelentrata.event.EventJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Step: writes events as JSON, with where to go on. */
final class AnswerEvents implements Processor {

  private final ObjectMapper json;

  AnswerEvents(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    Message message = exchange.getMessage();
    Call call = Call.of(exchange);
    EventPage page = message.getBody(EventPage.class);
    String next = Long.toString(page.next());
    message.removeHeaders("*");
    call.responseHeaders().forEach(message::setHeader);
    if (page.full()) {
      message.setHeader(NextLink.HEADER, NextLink.of(call.request(), "after", next));
    }
    message.setHeader("Cache-Control", "no-store");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
    message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    message.setBody(call.request().head() ? null : write(page, next));
  }

  private byte[] write(EventPage page, String next) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeArrayFieldStart("data");
      for (Event event : page.events()) {
        EventJson.write(event, out);
      }
      out.writeEndArray();
      out.writeStringField("nextCursor", next);
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
