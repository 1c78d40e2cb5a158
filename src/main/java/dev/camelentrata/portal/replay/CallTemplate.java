package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.map.Placeholders;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.session.SessionJar;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** Writes a call of the portal map as the HTTP request that the portal's own pages would send. */
final class CallTemplate {

  private static final ContentType FORM =
      ContentType.create("application/x-www-form-urlencoded", StandardCharsets.UTF_8);

  private CallTemplate() {}

  static HttpUriRequestBase fill(
      PortalCompany company,
      PortalMap map,
      PortalMap.Request request,
      Map<String, String> parameters,
      SessionJar jar,
      Instant now) {
    URI uri = uri(company.baseUrl(), request, parameters);
    HttpUriRequestBase http = new HttpUriRequestBase(request.method(), uri);
    http.setHeader("User-Agent", jar.userAgent());
    http.setHeader("Accept", "*/*");
    String cookies = CookieHeader.of(jar, uri, now);
    if (!cookies.isEmpty()) {
      http.setHeader("Cookie", cookies);
    }
    if (request.method().equals("POST")) {
      http.setHeader("X-Requested-With", "XMLHttpRequest");
      if (jar.csrf() != null && map.session().csrfHeader() != null) {
        http.setHeader(map.session().csrfHeader(), jar.csrf());
      }
      http.setEntity(new StringEntity(pairs(request.form(), parameters), FORM));
    }
    request.headers().forEach((name, value) -> http.setHeader(name, header(value, parameters)));
    return http;
  }

  private static URI uri(URI base, PortalMap.Request request, Map<String, String> parameters) {
    String root = base.toString();
    String path = Placeholders.fill(request.path(), parameters, CallTemplate::encode);
    String query = pairs(request.query(), parameters);
    String joint = query.isEmpty() ? "" : path.indexOf('?') < 0 ? "?" : "&";
    return URI.create(
        (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path + joint + query);
  }

  private static String pairs(Map<String, String> values, Map<String, String> parameters) {
    StringBuilder pairs = new StringBuilder();
    values.forEach(
        (name, value) -> {
          if (!pairs.isEmpty()) {
            pairs.append('&');
          }
          pairs.append(encode(name)).append('=');
          pairs.append(encode(Placeholders.fill(value, parameters, v -> v)));
        });
    return pairs.toString();
  }

  private static String header(String value, Map<String, String> parameters) {
    return Placeholders.fill(value, parameters, CallTemplate::encode);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
