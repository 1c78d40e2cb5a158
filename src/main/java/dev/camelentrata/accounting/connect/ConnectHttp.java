package dev.camelentrata.accounting.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls to where systems give their permissions. Follows no redirect, keeps no cookie and repeats
 * nothing by itself: a refresh token is good for one use. Safe for use by many threads.
 */
final class ConnectHttp implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_ANSWER = 1 << 20;

  private final CloseableHttpClient http;

  /** An answer; its body is missing where it is no JSON. */
  record Answer(int status, JsonNode body) {

    boolean ok() {
      return status / 100 == 2;
    }
  }

  ConnectHttp(Duration timeout) {
    Timeout longest = Timeout.of(timeout);
    this.http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(longest)
                            .setSocketTimeout(longest)
                            .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(longest)
                    .setConnectionRequestTimeout(longest)
                    .build())
            .useSystemProperties()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableAutomaticRetries()
            .setUserAgent("camel-entrata")
            .build();
  }

  Answer send(HttpUriRequestBase request) throws IOException {
    request.setHeader("Accept", "application/json");
    return http.execute(request, ConnectHttp::answer);
  }

  private static Answer answer(ClassicHttpResponse response) throws IOException {
    return new Answer(response.getCode(), json(response.getEntity()));
  }

  private static JsonNode json(HttpEntity entity) throws IOException {
    if (entity == null) {
      return MissingNode.getInstance();
    }
    byte[] body = entity.getContent().readNBytes(LONGEST_ANSWER);
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
