package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an accounting system answers. */
public record BooksAnswer(int status, Map<String, String> headers, String body) {

  private static final String TYPE = "Content-Type";

  static BooksAnswer json(int status, JsonNode body) {
    return new BooksAnswer(
        status, Map.of(TYPE, "application/json;charset=UTF-8"), BooksJson.write(body));
  }

  static BooksAnswer html(int status, String body) {
    return new BooksAnswer(status, Map.of(TYPE, "text/html; charset=UTF-8"), body);
  }

  static BooksAnswer empty(int status) {
    return new BooksAnswer(status, Map.of(), "");
  }

  static BooksAnswer redirect(String location) {
    return new BooksAnswer(302, Map.of("Location", location), "");
  }

  BooksAnswer header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new BooksAnswer(status, more, body);
  }
}
