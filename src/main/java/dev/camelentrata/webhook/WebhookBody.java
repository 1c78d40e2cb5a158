package dev.camelentrata.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.camelentrata.event.Event;
import dev.camelentrata.event.EventJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the body of a webhook: type, time, and the event as {@code GET /events} shows it. */
final class WebhookBody {

  private final JsonFactory json = new JsonFactory();

  /** The same bytes at every try. */
  byte[] of(Event event) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("type", event.type());
      out.writeStringField("timestamp", event.occurredAt().toString());
      out.writeFieldName("data");
      EventJson.write(event, out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
