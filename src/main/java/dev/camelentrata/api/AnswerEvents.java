package dev.camelentrata.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.event.Event;
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
        write(event, out);
      }
      out.writeEndArray();
      out.writeStringField("nextCursor", next);
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(Event event, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", event.id());
    out.writeStringField("type", event.type());
    out.writeStringField("entity", event.entity());
    out.writeStringField("entityId", event.entityId());
    out.writeStringField("propertyId", event.propertyId());
    out.writeNumberField("sequence", event.sequence());
    out.writeStringField("occurredAt", event.occurredAt().toString());
    raw("before", event.before(), out);
    raw("after", event.after(), out);
    out.writeStringField("syncRunId", event.runId());
    out.writeEndObject();
  }

  private static void raw(String name, String object, JsonGenerator out) throws IOException {
    out.writeFieldName(name);
    out.writeRawValue(object == null ? "null" : object);
  }
}
