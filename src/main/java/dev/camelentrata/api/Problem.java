package dev.camelentrata.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A problem on its way to a caller (RFC 9457).
 *
 * @param detail what happened and what to do; fit for a stranger's eyes
 * @param members extension members of the problem object
 * @param headers HTTP headers that go with it
 */
record Problem(
    ProblemType type, String detail, Map<String, Object> members, Map<String, String> headers) {

  Problem {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(detail, "detail");
    members = Map.copyOf(members);
    headers = Map.copyOf(headers);
  }

  static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, Map.of(), Map.of());
  }

  Problem with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(type, detail, more, headers);
  }

  Problem withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(type, detail, members, more);
  }

  /** The same with {@code Retry-After} as header and {@code retryAfter} as member, in seconds. */
  Problem retryAfter(long seconds) {
    return with("retryAfter", seconds).withHeader("Retry-After", Long.toString(seconds));
  }
}
