package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.webhook.EndpointForm;
import dev.camelentrata.webhook.WebhookEndpoint;
import dev.camelentrata.webhook.WebhookEndpoints;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a caller wants of a webhook endpoint: all of it, or what is to change. */
final class EndpointForms {

  private static final int MOST_TYPES = 100;
  private static final int MOST_PROPERTIES = 1_000;
  private static final int MOST_HEADERS = 20;
  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{1,2000}");
  private static final Set<String> OURS =
      Set.of(
          "host",
          "content-length",
          "content-type",
          "content-encoding",
          "transfer-encoding",
          "connection",
          "upgrade",
          "te",
          "trailer",
          "expect",
          "proxy-authorization",
          "user-agent");

  private final WebhookEndpoints endpoints;
  private final EventTypes types;

  EndpointForms(WebhookEndpoints endpoints, EventTypes types) {
    this.endpoints = endpoints;
    this.types = types;
  }

  /**
   * The form, or everything that is wrong with it.
   *
   * @param known as it is, where only changes are told; null for a new one
   */
  EndpointForm read(Call call, ObjectNode body, WebhookEndpoint known) {
    List<FieldError> errors = new ArrayList<>();
    FieldReader fields = new FieldReader(body, "", errors);
    EndpointForm form =
        new EndpointForm(
            url(fields, known),
            fields.cleared("description")
                ? null
                : or(fields.text("description", 500), known == null ? null : known.description()),
            types(call, fields, known),
            properties(call, fields, known),
            fields.cleared("ratePerMinute")
                ? null
                : or(
                    fields.integer("ratePerMinute", 1, 60_000),
                    known == null ? null : known.ratePerMinute()),
            headers(fields, known, body),
            or(fields.flag("disabled"), known != null && known.disabled()),
            or(fields.flag("asymmetric"), known != null && known.asymmetric()));
    fields.refuseOthers();
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    return form;
  }

  private static boolean moves(WebhookEndpoint known, ObjectNode body) {
    try {
      URI url = new URI(body.path("url").asText(known.url()));
      URI before = new URI(known.url());
      return !Objects.equals(url.getScheme(), before.getScheme())
          || !Objects.equals(url.getAuthority(), before.getAuthority());
    } catch (URISyntaxException e) {
      return true;
    }
  }

  private static <T> T or(T given, T otherwise) {
    return given == null ? otherwise : given;
  }

  private String url(FieldReader fields, WebhookEndpoint known) {
    String url = fields.text("url", 2_000);
    if (url != null) {
      endpoints.fault(url).ifPresent(fault -> fields.wrong("url", fault));
    }
    return known == null ? fields.required("url", url) : or(url, known.url());
  }

  private List<String> types(Call call, FieldReader fields, WebhookEndpoint known) {
    List<String> patterns = fields.list("types", MOST_TYPES);
    if (patterns == null) {
      if (known == null && !fields.has("types")) {
        fields.wrong("types", "is missing; [\"*\"] stands for all");
      }
      return known == null ? List.of() : known.types();
    }
    for (int i = 0; i < patterns.size(); i++) {
      List<EventType> fitting = types.like(patterns.get(i));
      if (fitting.isEmpty()) {
        fields.wrong(
            "types/" + i, "no type is " + patterns.get(i) + "; GET /event-types lists them");
      } else if (fitting.stream().noneMatch(t -> EventTypes.readable(t, call.token().scopes()))) {
        throw RequireScope.missing(fitting.get(0).scope());
      }
    }
    return patterns;
  }

  private static List<String> properties(Call call, FieldReader fields, WebhookEndpoint known) {
    if (fields.cleared("propertyIds")) {
      return null;
    }
    List<String> ids = fields.list("propertyIds", MOST_PROPERTIES);
    if (ids == null) {
      return known == null ? null : known.propertyIds();
    }
    for (int i = 0; i < ids.size(); i++) {
      if (!call.viewer().propertyIds().contains(ids.get(i))) {
        fields.wrong("propertyIds/" + i, "is no property that this portal user may see");
      }
    }
    return ids;
  }

  private static Map<String, String> headers(
      FieldReader fields, WebhookEndpoint known, ObjectNode body) {
    Map<String, String> headers =
        fields.cleared("headers") ? Map.of() : fields.pairs("headers", MOST_HEADERS);
    if (headers == null) {
      if (known != null && !known.headerNames().isEmpty() && moves(known, body)) {
        fields.wrong(
            "headers",
            "must be given again when the URL leads to another server, which would get to see"
                + " their values; null for none");
      }
      return known == null ? Map.of() : null;
    }
    Set<String> seen = new HashSet<>();
    headers.forEach(
        (name, value) -> {
          if (!seen.add(name.toLowerCase(Locale.ROOT))) {
            fields.wrong("headers/" + name, "is given twice; names differ by more than case");
          }
          String small = name.toLowerCase(Locale.ROOT);
          if (!HEADER_NAME.matcher(name).matches()) {
            fields.wrong("headers", "has a name that HTTP does not allow");
          } else if (OURS.contains(small)
              || small.startsWith("webhook-")
              || small.startsWith("camel")) {
            fields.wrong("headers/" + name, "is set by the sender itself");
          } else if (!HEADER_VALUE.matcher(value).matches()) {
            fields.wrong("headers/" + name, "must be 1 to 2000 printable ASCII characters");
          }
        });
    return headers;
  }
}
