package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the portal answers, before faults have their way with it. */
record Reply(int status, Map<String, String> headers, List<String> cookies, String body) {

  private static final String TYPE = "Content-Type";

  static Reply html(int status, String body) {
    return new Reply(status, Map.of(TYPE, "text/html; charset=UTF-8"), List.of(), body);
  }

  static Reply json(int status, String body) {
    return new Reply(status, Map.of(TYPE, "application/json; charset=UTF-8"), List.of(), body);
  }

  static Reply redirect(String location) {
    return new Reply(302, Map.of("Location", location), List.of(), "");
  }

  static Reply empty(int status) {
    return new Reply(status, Map.of(), List.of(), "");
  }

  Reply header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, cookies, body);
  }

  Reply cookie(String cookie) {
    List<String> more = new ArrayList<>(cookies);
    more.add(cookie);
    return new Reply(status, headers, more, body);
  }

  Reply body(String changed) {
    return new Reply(status, headers, cookies, changed);
  }

  boolean isJson() {
    return headers.getOrDefault(TYPE, "").startsWith("application/json");
  }

  boolean isHtml() {
    return headers.getOrDefault(TYPE, "").startsWith("text/html");
  }
}
