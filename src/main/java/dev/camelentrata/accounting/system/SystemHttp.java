package dev.camelentrata.accounting.system;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls accounting systems. Follows no redirect, keeps no cookie, repeats nothing by itself, and
 * tells a call that certainly did not arrive from one that perhaps did. Safe for many threads.
 */
public final class SystemHttp implements AutoCloseable {

  private static final int CONNECTIONS = 64;
  private static final Timeout CONNECT = Timeout.ofSeconds(10);

  /** More than any page of entries that we ask for. */
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private final CloseableHttpClient http;
  private final ScheduledThreadPoolExecutor alarms;

  /** An answer as it came; header names are in small letters. */
  record Answer(int status, Map<String, String> headers, byte[] body) {}

  /** The call certainly did not arrive. */
  static final class NotSentException extends IOException {

    private static final long serialVersionUID = 1L;

    NotSentException(IOException cause) {
      super(cause.getClass().getSimpleName(), cause);
    }
  }

  public SystemHttp() {
    this.http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(CONNECT)
                            .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                            .setTimeToLive(TimeValue.ofMinutes(5))
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom().setConnectionRequestTimeout(CONNECT).build())
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableAutomaticRetries()
            .evictIdleConnections(TimeValue.ofSeconds(30))
            .setUserAgent("camel-entrata")
            .build();
    this.alarms =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "entrata-accounting-alarm");
              thread.setDaemon(true);
              return thread;
            });
    this.alarms.setRemoveOnCancelPolicy(true);
  }

  /**
   * Makes a call and waits for the whole answer.
   *
   * @param body JSON; null for none
   * @param longest how long it may take in all
   */
  Answer call(String method, URI uri, Map<String, String> headers, byte[] body, Duration longest)
      throws IOException {
    HttpUriRequestBase request = new HttpUriRequestBase(method, uri);
    headers.forEach(request::setHeader);
    if (body != null) {
      request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    }
    ScheduledFuture<?> alarm =
        alarms.schedule(request::abort, longest.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return http.execute(request, SystemHttp::answer);
    } catch (IOException e) {
      if (request.isAborted()) {
        throw new SocketTimeoutException("no whole answer within " + longest.toSeconds() + " s");
      }
      throw beforeSending(e) ? new NotSentException(e) : e;
    } finally {
      alarm.cancel(false);
    }
  }

  private static boolean beforeSending(IOException e) {
    return e instanceof ConnectException
        || e instanceof ConnectTimeoutException
        || e instanceof ConnectionRequestTimeoutException
        || e instanceof UnknownHostException
        || e instanceof NoRouteToHostException
        || e instanceof SSLHandshakeException
        || e instanceof SSLPeerUnverifiedException;
  }

  private static Answer answer(ClassicHttpResponse response) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getHeaders()) {
      headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    byte[] body = {};
    if (response.getEntity() != null) {
      InputStream content = response.getEntity().getContent();
      body = content.readNBytes(MOST_BYTES);
      if (content.read() >= 0) {
        throw new IOException("the answer has more than " + MOST_BYTES + " bytes");
      }
    }
    return new Answer(response.getCode(), headers, body);
  }

  @Override
  public void close() throws IOException {
    alarms.shutdownNow();
    http.close();
  }
}
