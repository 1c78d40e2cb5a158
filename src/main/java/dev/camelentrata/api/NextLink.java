package dev.camelentrata.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The {@code Link} to the next page of a list (RFC 8288). */
final class NextLink {

  static final String HEADER = "Link";

  private NextLink() {}

  /** The same request with this value for the parameter that says where to go on. */
  static String of(ApiRequest request, String parameter, String value) {
    List<String> query = new ArrayList<>();
    if (request.query() != null) {
      for (String pair : request.query().split("&", -1)) {
        if (!pair.isEmpty() && !pair.startsWith(parameter + "=")) {
          query.add(pair);
        }
      }
    }
    query.add(parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    return "<" + request.path() + "?" + String.join("&", query) + ">; rel=\"next\"";
  }
}
