package dev.camelentrata.sandbox;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the portal answers, before faults have their way with it.
 *
 * @param file what is answered in place of the body; null for none
 * @param pieces what a long answer consists of instead of its body; null for all others
 */
record Reply(
    int status,
    Map<String, String> headers,
    List<String> cookies,
    String body,
    Buffer file,
    Iterator<String> pieces) {

  private static final String TYPE = "Content-Type";

  static Reply html(int status, String body) {
    return new Reply(status, Map.of(TYPE, "text/html; charset=UTF-8"), List.of(), body, null, null);
  }

  static Reply json(int status, String body) {
    return new Reply(
        status, Map.of(TYPE, "application/json; charset=UTF-8"), List.of(), body, null, null);
  }

  /** A file to be kept by the visitor under this name. */
  static Reply download(String name, String mediaType, Buffer content) {
    Map<String, String> headers =
        Map.of(
            TYPE,
            mediaType,
            "Content-Disposition",
            "attachment; filename=\"" + name.replaceAll("[^\\w .()-]", "_") + "\"");
    return new Reply(200, headers, List.of(), "", content, null);
  }

  static Reply redirect(String location) {
    return new Reply(302, Map.of("Location", location), List.of(), "", null, null);
  }

  static Reply empty(int status) {
    return new Reply(status, Map.of(), List.of(), "", null, null);
  }

  Reply header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, cookies, body, file, pieces);
  }

  Reply cookie(String cookie) {
    List<String> more = new ArrayList<>(cookies);
    more.add(cookie);
    return new Reply(status, headers, more, body, file, pieces);
  }

  Reply body(String changed) {
    return new Reply(status, headers, cookies, changed, file, pieces);
  }

  /** A long answer, made piece by piece while it is sent. */
  Reply pieces(Iterator<String> made) {
    return new Reply(status, headers, cookies, body, file, made);
  }

  boolean isCsv() {
    return headers.getOrDefault(TYPE, "").startsWith("text/csv");
  }

  boolean isJson() {
    return headers.getOrDefault(TYPE, "").startsWith("application/json");
  }

  boolean isHtml() {
    return headers.getOrDefault(TYPE, "").startsWith("text/html");
  }
}
