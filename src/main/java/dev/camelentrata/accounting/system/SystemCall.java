package dev.camelentrata.accounting.system;

import java.net.URI;
import java.util.Map;

/**
 * A call to an accounting system, without its access token.
 *
 * @param what what it is for, which opens every message about it
 * @param body null for none
 */
public record SystemCall(
    String what, String method, URI uri, Map<String, String> headers, byte[] body) {

  public SystemCall {
    headers = Map.copyOf(headers);
  }

  public static SystemCall get(String what, URI uri, Map<String, String> headers) {
    return new SystemCall(what, "GET", uri, headers, null);
  }

  public static SystemCall post(String what, URI uri, Map<String, String> headers, byte[] body) {
    return new SystemCall(what, "POST", uri, headers, body);
  }
}
