package dev.camelentrata.webhook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a caller wants of an endpoint.
 *
 * @param description null for none
 * @param types event types, with {@code *} at the end for all that begin so
 * @param propertyIds only events of these; null for all that the caller may see
 * @param ratePerMinute at most so many deliveries; null for no limit
 * @param headers sent with every delivery; null for those that the endpoint has already
 * @param asymmetric whether a signature {@code v1a} is wanted too
 */
public record EndpointForm(
    String url,
    String description,
    List<String> types,
    List<String> propertyIds,
    Integer ratePerMinute,
    Map<String, String> headers,
    boolean disabled,
    boolean asymmetric) {

  public EndpointForm {
    types = List.copyOf(types);
    propertyIds = propertyIds == null ? null : List.copyOf(propertyIds);
    headers = headers == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** Without the headers' values, which may be secret. */
  @Override
  public String toString() {
    return "EndpointForm[" + types + "]";
  }
}
