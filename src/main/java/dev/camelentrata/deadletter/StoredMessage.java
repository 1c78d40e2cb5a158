package dev.camelentrata.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * A route's original message, in a form that can be kept.
 *
 * @param endpoint of the route's {@code from}, for a reader
 * @param type {@code none}, {@code text}, {@code bytes} or the class of a JSON body
 * @param body as text, base64 or JSON; null if there is none
 * @param headers texts, numbers and booleans
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record StoredMessage(
    String route, String endpoint, String type, String body, Map<String, Object> headers) {

  static final String NONE = "none";
  static final String TEXT = "text";
  static final String BYTES = "bytes";

  StoredMessage {
    headers = Map.copyOf(headers);
  }

  /** Without the message, which may be of a resident. */
  @Override
  public String toString() {
    return "StoredMessage[" + route + " " + type + "]";
  }
}
