package dev.camelentrata.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Writes problems as {@code application/problem+json}. */
final class ProblemJson {

  static final String CONTENT_TYPE = "application/problem+json";

  private final ObjectMapper json;
  private final URI base;

  ProblemJson(ObjectMapper json, URI base) {
    this.json = json;
    this.base = base;
  }

  /** The problem object; {@code instance} names the request, to be quoted. */
  byte[] write(Problem problem, String requestId) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", base + problem.type().slug());
    members.put("title", problem.type().title());
    members.put("status", problem.type().status());
    members.put("detail", problem.detail());
    members.put("instance", "urn:camel-entrata:request:" + requestId);
    members.putAll(new TreeMap<>(problem.members()));
    try {
      return json.writeValueAsBytes(members);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem could not be written as JSON", e);
    }
  }
}
