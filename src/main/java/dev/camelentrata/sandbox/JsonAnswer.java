package dev.camelentrata.sandbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * JSON answers with the portal's quirks: a lone element in place of a list of one, words in place
 * of an empty list.
 */
final class JsonAnswer {

  private static final String NO_RECORDS = "No records found";
  private static final JsonFactory JSON = new JsonFactory();
  private static final int USUAL_SIZE = 40_000;

  private JsonAnswer() {}

  /** Writes one element, or the fields of an object. */
  interface Part<T> {
    void write(JsonGenerator json, T value) throws IOException;
  }

  /** Writes the fields of {@code data}. */
  interface Data {
    void write(JsonGenerator json) throws IOException;
  }

  static Reply success(List<String> messages, Data data) {
    StringWriter text = new StringWriter(USUAL_SIZE);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("status", "success");
      json.writeArrayFieldStart("messages");
      for (String message : messages) {
        json.writeString(message);
      }
      json.writeEndArray();
      json.writeObjectFieldStart("data");
      data.write(json);
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Reply.json(200, text.toString());
  }

  /** A page of a listing under this name. */
  static <T> Reply page(ListingPage<T> page, String name, Part<T> part) {
    return success(
        List.of(),
        json -> {
          json.writeNumberField("page_no", page.pageNo());
          json.writeNumberField("page_size", page.size());
          json.writeNumberField("total", page.total());
          json.writeFieldName(name);
          list(json, page.rows(), part);
        });
  }

  static <T> void list(JsonGenerator json, List<T> rows, Part<T> part) throws IOException {
    if (rows.isEmpty()) {
      json.writeString(NO_RECORDS);
    } else if (rows.size() == 1) {
      part.write(json, rows.get(0));
    } else {
      json.writeStartArray();
      for (T row : rows) {
        part.write(json, row);
      }
      json.writeEndArray();
    }
  }
}
