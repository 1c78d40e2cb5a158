package dev.camelentrata.sandbox.books;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;

/**
 * A call of one of the accounting systems.
 *
 * @param path as it was sent, with the system's prefix
 * @param headers names in lower case
 */
public record BooksCall(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    String body) {

  boolean is(String wantedMethod, String wantedPath) {
    return method.equals(wantedMethod) && path.equals(wantedPath);
  }

  /** The query's value of this name; empty if there is none. */
  String query(String name) {
    return last(query, name);
  }

  /** The form's value of this name; empty if there is none. */
  String form(String name) {
    return last(new QueryStringDecoder(body, false).parameters(), name);
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The access token; empty if there is none. */
  String bearer() {
    String sent = header("authorization");
    return sent.regionMatches(true, 0, "Bearer ", 0, 7) ? sent.substring(7).trim() : "";
  }

  private static String last(Map<String, List<String>> values, String name) {
    List<String> found = values.getOrDefault(name, List.of());
    return found.isEmpty() ? "" : found.get(found.size() - 1);
  }
}
