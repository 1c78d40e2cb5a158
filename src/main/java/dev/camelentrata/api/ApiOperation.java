package dev.camelentrata.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operation as the REST DSL declares it.
 *
 * @param id the operation's name, for example {@code listUnits}
 * @param method the HTTP method in capitals
 * @param path the path's template, for example {@code /units/{unitId}}
 * @param secured whether an access token is needed
 * @param scopes the scopes that the token needs
 * @param consumes the media type of the body; null if there is none
 */
record ApiOperation(
    String id,
    String method,
    String path,
    boolean secured,
    List<String> scopes,
    List<ApiParameter> query,
    String consumes) {

  ApiOperation {
    scopes = List.copyOf(scopes);
    query = List.copyOf(query);
  }

  /** Whether it answers with a list in pages. */
  boolean paged() {
    return query.stream().anyMatch(p -> p.name().equals("cursor"));
  }

  /** Whether it answers from the mirror, and may read the portal before. */
  boolean mirrored() {
    return method.equals("GET")
        && !scopes.isEmpty()
        && Collections.disjoint(scopes, Scopes.OF_NO_RESOURCE)
        && !path.endsWith("/history");
  }

  /** Whether it takes a write on its way into the portal. */
  boolean submits() {
    return consumes != null
        && scopes.stream()
            .anyMatch(s -> s.endsWith(":write") && !Scopes.OF_NO_RESOURCE.contains(s));
  }

  /** The values of the path's placeholders, undecoded, if the path fits. */
  Optional<Map<String, String>> match(String actualPath) {
    if (!mayFit(actualPath)) {
      return Optional.empty();
    }
    String[] wanted = path.split("/", -1);
    String[] actual = actualPath.split("/", -1);
    if (wanted.length != actual.length) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{") && !actual[i].isEmpty()) {
        values.put(wanted[i].substring(1, wanted[i].length() - 1), actual[i]);
      } else if (!wanted[i].equals(actual[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  /** A quick look, since every request asks every operation. */
  private boolean mayFit(String actualPath) {
    int first = path.indexOf('{');
    return first < 0
        ? path.equals(actualPath)
        : actualPath.startsWith(path.substring(0, first))
            && actualPath.endsWith(path.substring(path.lastIndexOf('}') + 1));
  }
}
