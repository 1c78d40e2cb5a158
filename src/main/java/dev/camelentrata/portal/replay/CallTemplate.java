package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.map.Placeholders;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.session.SessionJar;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** Writes a call of the portal map as the HTTP request that the portal's own pages would send. */
final class CallTemplate {

  private static final ContentType FORM =
      ContentType.create("application/x-www-form-urlencoded", StandardCharsets.UTF_8);

  private CallTemplate() {}

  /** A read's call with its parameters put in. */
  static FormCall fill(PortalMap.Request request, Map<String, String> parameters) {
    List<FormCall.Pair> headers = new ArrayList<>(request.headers().size());
    request
        .headers()
        .forEach(
            (name, value) ->
                headers.add(
                    new FormCall.Pair(
                        name, Placeholders.fill(value, parameters, CallTemplate::encode))));
    return new FormCall(
        request.method(),
        Placeholders.fill(request.path(), parameters, CallTemplate::encode),
        filled(request.query(), parameters),
        filled(request.form(), parameters),
        headers,
        null,
        null);
  }

  private static List<FormCall.Pair> filled(
      Map<String, String> values, Map<String, String> parameters) {
    List<FormCall.Pair> pairs = new ArrayList<>(values.size());
    values.forEach(
        (name, value) ->
            pairs.add(new FormCall.Pair(name, Placeholders.fill(value, parameters, v -> v))));
    return pairs;
  }

  /**
   * The request.
   *
   * @param dialog whether a GET is, like every POST, sent by the script of a page
   */
  static HttpUriRequestBase http(
      PortalCompany company,
      PortalMap map,
      FormCall call,
      SessionJar jar,
      Instant now,
      boolean dialog) {
    URI uri = uri(company.baseUrl(), call);
    HttpUriRequestBase http = new HttpUriRequestBase(call.method(), uri);
    http.setHeader("User-Agent", jar.userAgent());
    http.setHeader("Accept", "*/*");
    String cookies = CookieHeader.of(jar, uri, now);
    if (!cookies.isEmpty()) {
      http.setHeader("Cookie", cookies);
    }
    boolean post = call.method().equals("POST");
    if (post || dialog) {
      http.setHeader("X-Requested-With", "XMLHttpRequest");
    }
    if (post) {
      String csrf = jar.csrf();
      if (csrf != null && map.session().csrfHeader() != null) {
        http.setHeader(map.session().csrfHeader(), csrf);
      }
      http.setEntity(body(call));
    }
    call.headers().forEach(header -> http.setHeader(header.name(), header.value()));
    return http;
  }

  private static HttpEntity body(FormCall call) {
    return call.file() == null
        ? new StringEntity(pairs(call.form()), FORM)
        : FilePart.multipart(call.form(), call.fileInput(), call.file());
  }

  private static URI uri(URI base, FormCall call) {
    String root = base.toString();
    String query = pairs(call.query());
    String joint = query.isEmpty() ? "" : call.path().indexOf('?') < 0 ? "?" : "&";
    return URI.create(
        (root.endsWith("/") ? root.substring(0, root.length() - 1) : root)
            + call.path()
            + joint
            + query);
  }

  private static String pairs(List<FormCall.Pair> pairs) {
    StringBuilder text = new StringBuilder();
    for (FormCall.Pair pair : pairs) {
      if (!text.isEmpty()) {
        text.append('&');
      }
      text.append(encode(pair.name())).append('=').append(encode(pair.value()));
    }
    return text.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
