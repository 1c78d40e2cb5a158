package dev.camelentrata.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;

/**
 * Turns messages into what can be kept, and back: texts, bytes and streams, records, maps and
 * lists. Safe for use by many threads.
 */
final class MessageStore {

  private final ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();

  /** The message of a route, with a body of a type that can be kept; empty if it cannot. */
  Optional<StoredMessage> store(String route, String endpoint, Message message) {
    Object body = message.getBody();
    try {
      if (body == null) {
        return Optional.of(stored(route, endpoint, StoredMessage.NONE, null, message));
      }
      if (body instanceof String text) {
        return Optional.of(stored(route, endpoint, StoredMessage.TEXT, text, message));
      }
      if (body instanceof Record || body instanceof Map || body instanceof List) {
        return Optional.of(
            stored(route, endpoint, typeOf(body), json.writeValueAsString(body), message));
      }
      if (body instanceof StreamCache cache) {
        cache.reset();
      }
      byte[] bytes = message.getBody(byte[].class);
      return bytes == null
          ? Optional.empty()
          : Optional.of(
              stored(
                  route,
                  endpoint,
                  StoredMessage.BYTES,
                  Base64.getEncoder().encodeToString(bytes),
                  message));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static String typeOf(Object body) {
    if (body instanceof Record) {
      return body.getClass().getName();
    }
    return body instanceof Map ? "java.util.LinkedHashMap" : "java.util.ArrayList";
  }

  private static StoredMessage stored(
      String route, String endpoint, String type, String body, Message message) {
    Map<String, Object> headers = new LinkedHashMap<>();
    message
        .getHeaders()
        .forEach(
            (name, value) -> {
              if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                headers.put(name, value);
              }
            });
    return new StoredMessage(route, endpoint, type, body, headers);
  }

  byte[] write(StoredMessage message) {
    try {
      return json.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message could not be written", e);
    }
  }

  StoredMessage read(byte[] message) {
    try {
      return json.readValue(message, StoredMessage.class);
    } catch (IOException e) {
      throw new IllegalStateException("a stored message could not be read", e);
    }
  }

  /** Puts the message's body and headers into the exchange. */
  void restore(StoredMessage message, Exchange exchange) {
    exchange.getMessage().setHeaders(new LinkedHashMap<>(message.headers()));
    exchange.getMessage().setBody(body(message, exchange));
  }

  private Object body(StoredMessage message, Exchange exchange) {
    try {
      return switch (message.type()) {
        case StoredMessage.NONE -> null;
        case StoredMessage.TEXT -> message.body();
        case StoredMessage.BYTES -> Base64.getDecoder().decode(message.body());
        default ->
            json.readValue(
                message.body(),
                exchange.getContext().getClassResolver().resolveMandatoryClass(message.type()));
      };
    } catch (IOException | ClassNotFoundException e) {
      throw new NotReplayableException(
          "The message is a " + message.type() + ", which this version cannot read any more.");
    }
  }

  /** What may be shown once it is masked: of texts that are no JSON only how long they are. */
  String shown(StoredMessage message) {
    ObjectNode shown = JsonNodeFactory.instance.objectNode().put("endpoint", message.endpoint());
    ObjectNode headers = shown.putObject("headers");
    message.headers().forEach((name, value) -> headers.set(name, json.valueToTree(value)));
    if (message.body() == null) {
      return shown.putNull("body").toString();
    }
    String text =
        message.type().equals(StoredMessage.BYTES) ? decoded(message.body()) : message.body();
    try {
      shown.set("body", json.readTree(text));
      if (shown.get("body").isContainerNode()) {
        return shown.toString();
      }
    } catch (JsonProcessingException e) {
      // Shown by its length only.
    }
    String what = message.type().equals(StoredMessage.BYTES) ? " bytes" : " characters";
    int length =
        message.type().equals(StoredMessage.BYTES)
            ? Base64.getDecoder().decode(message.body()).length
            : text.length();
    return shown
        .put("body", "[" + length + what + ", no JSON, in which names cannot be told]")
        .toString();
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
