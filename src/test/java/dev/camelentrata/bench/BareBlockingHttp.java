package dev.camelentrata.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/** The same pages by the client that replay itself stands on: shows what replay adds to it. */
final class BareBlockingHttp implements PageFetcher, AutoCloseable {

  private final CloseableHttpClient http =
      HttpClients.custom()
          .setConnectionManager(
              PoolingHttpClientConnectionManagerBuilder.create()
                  .setMaxConnPerRoute(64)
                  .setMaxConnTotal(64)
                  .build())
          .build();
  private final URI portal;

  BareBlockingHttp(URI portal) {
    this.portal = portal;
  }

  void login(String username, String password) throws IOException {
    send(
        "/?module=authentication&action=login",
        List.of(
            new BasicNameValuePair("company_user[username]", username),
            new BasicNameValuePair("company_user[password]", password)));
  }

  @Override
  public int fetch(String propertyId, int page) throws IOException {
    return send(
            "/?module=property_unitsxxx&action=get_units_json",
            List.of(
                new BasicNameValuePair("property[id]", propertyId),
                new BasicNameValuePair("is_ajax_request", "1"),
                new BasicNameValuePair("next_page_no", String.valueOf(page))))
        .length;
  }

  private byte[] send(String path, List<NameValuePair> fields) throws IOException {
    ClassicHttpRequest request =
        ClassicRequestBuilder.post(portal.resolve(path))
            .setCharset(StandardCharsets.UTF_8)
            .addHeader("X-Requested-With", "XMLHttpRequest")
            .addParameters(fields.toArray(NameValuePair[]::new))
            .build();
    return http.execute(
        request,
        answer -> {
          if (answer.getCode() >= 400) {
            throw new IOException("the sandbox answered " + answer.getCode());
          }
          return EntityUtils.toByteArray(answer.getEntity());
        });
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
