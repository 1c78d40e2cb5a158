package dev.camelentrata.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes events as everybody outside sees them: over REST, in webhooks, in Kafka. */
public final class EventJson {

  private static final JsonFactory JSON = new JsonFactory();

  private EventJson() {}

  /** Writes one object; {@code before} and {@code after} as they are stored. */
  public static void write(Event event, JsonGenerator out) throws IOException {
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

  /** The same as text. */
  public static String text(Event event) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      write(event, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void raw(String name, String object, JsonGenerator out) throws IOException {
    out.writeFieldName(name);
    out.writeRawValue(object == null ? "null" : object);
  }
}
