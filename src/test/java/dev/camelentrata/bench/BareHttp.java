package dev.camelentrata.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * The baseline for replay: the same portal pages by a plain HTTP client, their bodies thrown away
 * unread.
 */
final class BareHttp implements PageFetcher {

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI portal;

  BareHttp(URI portal) {
    this.portal = portal;
  }

  void login(String username, String password) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            form(
                "/?module=authentication&action=login",
                "company_user[username]=" + username + "&company_user[password]=" + password),
            BodyHandlers.ofString());
    if (!answer.body().contains("main_menu")) {
      throw new IOException("the sandbox did not let the bare client in");
    }
  }

  @Override
  public int fetch(String propertyId, int page) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(
            form(
                "/?module=property_unitsxxx&action=get_units_json",
                "property[id]=" + propertyId + "&is_ajax_request=1&next_page_no=" + page),
            BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("the sandbox answered " + answer.statusCode());
    }
    return answer.body().length;
  }

  private HttpRequest form(String path, String fields) {
    StringBuilder encoded = new StringBuilder();
    for (String field : fields.split("&", -1)) {
      int equals = field.indexOf('=');
      encoded
          .append(encoded.isEmpty() ? "" : "&")
          .append(URLEncoder.encode(field.substring(0, equals), StandardCharsets.UTF_8))
          .append('=')
          .append(URLEncoder.encode(field.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return HttpRequest.newBuilder(portal.resolve(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-Requested-With", "XMLHttpRequest")
        .POST(BodyPublishers.ofString(encoded.toString()))
        .build();
  }
}
