package dev.camelentrata.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts to receivers. Follows no redirect, keeps no cookie, uses no proxy, retries nothing by
 * itself, and ends every exchange when its time is over. Safe for use by many threads.
 */
final class WebhookHttp implements AutoCloseable {

  /** How much of an answer is kept. */
  static final int KEPT_BYTES = 4_096;

  /** What is read to the end, so that the connection can be used again. */
  private static final int DRAINED_BYTES = 65_536;

  private final CloseableHttpClient http;
  private final ScheduledThreadPoolExecutor alarms;
  private final Duration timeout;

  /**
   * An answer as it came.
   *
   * @param retryAfter the header of this name; null if there was none
   */
  record Answer(int status, String retryAfter, String body) {}

  WebhookHttp(DnsResolver dns, int connections, int perHost, Duration timeout) {
    this.timeout = timeout;
    Timeout longest = Timeout.ofMilliseconds(timeout.toMillis());
    this.http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(dns)
                    .setMaxConnTotal(connections)
                    .setMaxConnPerRoute(perHost)
                    .setDefaultSocketConfig(
                        SocketConfig.custom().setTcpNoDelay(true).setSoTimeout(longest).build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(longest)
                            .setSocketTimeout(longest)
                            .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                            .setTimeToLive(TimeValue.ofMinutes(5))
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(longest)
                    .setConnectionRequestTimeout(longest)
                    .build())
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableAutomaticRetries()
            .disableContentCompression()
            .evictIdleConnections(TimeValue.ofSeconds(30))
            .setUserAgent("camel-entrata-webhooks")
            .build();
    this.alarms =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "entrata-webhook-alarm");
              thread.setDaemon(true);
              return thread;
            });
    this.alarms.setRemoveOnCancelPolicy(true);
  }

  /** Posts JSON with these headers. */
  Answer post(String url, Map<String, String> headers, byte[] body) throws IOException {
    HttpPost request = new HttpPost(url);
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    ScheduledFuture<?> alarm =
        alarms.schedule(request::abort, timeout.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return answer(request);
    } catch (IOException e) {
      boolean late = request.isAborted();
      request.abort();
      if (late) {
        throw new IOException("there was no complete answer within " + timeout.toSeconds() + " s");
      }
      throw e;
    } finally {
      alarm.cancel(false);
    }
  }

  /** Breaks off an answer that goes on for long instead of reading all of it. */
  private Answer answer(HttpPost request) throws IOException {
    ClassicHttpResponse response = http.executeOpen(host(request), request, null);
    HttpEntity entity = response.getEntity();
    String body = "";
    if (entity != null) {
      InputStream content = entity.getContent();
      body = new String(content.readNBytes(KEPT_BYTES), StandardCharsets.UTF_8);
      if (content.readNBytes(DRAINED_BYTES).length == DRAINED_BYTES) {
        // Closing the response alone would read it to its end.
        request.abort();
        return answer(response, body);
      }
    }
    response.close();
    return answer(response, body);
  }

  private static HttpHost host(HttpPost request) throws IOException {
    try {
      return HttpHost.create(request.getUri());
    } catch (URISyntaxException e) {
      throw new IOException("the URL is none", e);
    }
  }

  private static Answer answer(ClassicHttpResponse response, String body) {
    return new Answer(
        response.getCode(), value(response, "Retry-After"), body.replace('\0', '\uFFFD'));
  }

  private static String value(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  @Override
  public void close() throws IOException {
    alarms.shutdownNow();
    http.close();
  }
}
