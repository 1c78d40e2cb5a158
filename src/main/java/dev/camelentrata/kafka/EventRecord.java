package dev.camelentrata.kafka;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.camelentrata.component.EntrataEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Step: turns an event of the mirror into a Kafka record. Its key is company, entity and id, so
 * that events of one thing stay in order; its value is the event with its company.
 */
public final class EventRecord implements Processor {

  private static final String KEY = "kafka.KEY";

  private final JsonFactory json = new JsonFactory();

  @Override
  public void process(Exchange exchange) throws Exception {
    Message message = exchange.getMessage();
    EntrataEvent event = message.getMandatoryBody(EntrataEvent.class);
    message.removeHeaders("*");
    message.setHeader(KEY, event.company() + "/" + event.entity() + "/" + event.entityId());
    message.setBody(value(event));
  }

  private String value(EntrataEvent event) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("id", event.id());
      out.writeStringField("type", event.type());
      out.writeStringField("company", event.company());
      out.writeStringField("entity", event.entity());
      out.writeStringField("entityId", event.entityId());
      out.writeStringField("propertyId", event.propertyId());
      out.writeNumberField("sequence", event.sequence());
      out.writeStringField("occurredAt", event.occurredAt().toString());
      raw("before", event.before(), out);
      raw("after", event.after(), out);
      out.writeEndObject();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void raw(String name, String object, JsonGenerator out) throws IOException {
    out.writeFieldName(name);
    out.writeRawValue(object == null ? "null" : object);
  }
}
