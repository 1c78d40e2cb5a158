package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.session.SessionJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProxySelector;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Portal calls with a blocking HTTP client, through the company's gate: the calling thread itself
 * writes the call and reads the answer, which costs a fraction of a client that hands every answer
 * from thread to thread. Safe for use by many threads.
 */
public final class HttpPortal implements PortalForms, AutoCloseable {

  private static final Timeout CONNECT = Timeout.ofSeconds(10);
  private static final TimeValue TRUSTED_IDLE = TimeValue.ofMilliseconds(500);
  private static final int MOST_CONNECTIONS = 512;

  /** Answers that a portal gives instead of doing what it was asked to. */
  private static final Set<PortalProblem> NOT_TAKEN =
      Set.of(
          PortalProblem.RATE_LIMITED,
          PortalProblem.PORTAL_MAINTENANCE,
          PortalProblem.HUMAN_VERIFICATION_REQUIRED,
          PortalProblem.NOT_ENTITLED);

  private final CompanyGate gate;
  private final Duration timeout;
  private final Clock clock;
  private final CloseableHttpClient client;
  private final CallDeadlines deadlines = new CallDeadlines();

  /**
   * Calls through this gate.
   *
   * @param timeout for one call from its first byte to its last, without the wait at the gate
   */
  public HttpPortal(CompanyGate gate, Duration timeout, Clock clock) {
    this.gate = gate;
    this.timeout = timeout;
    this.clock = clock;
    this.client = client(Timeout.of(timeout));
  }

  /** Keeps no cookies of its own, follows no redirect and repeats no call. */
  private static CloseableHttpClient client(Timeout timeout) {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(timeout)
                        .setValidateAfterInactivity(TRUSTED_IDLE)
                        .build())
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .build())
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(timeout).build())
        .setRoutePlanner(new SystemDefaultRoutePlanner(ProxySelector.getDefault()))
        .disableCookieManagement()
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableAuthCaching()
        .build();
  }

  @Override
  public Response send(
      PortalCompany company,
      PortalMap map,
      PortalMap.Request request,
      Map<String, String> parameters,
      SessionJar jar) {
    try {
      return gate.call(
          company,
          () -> exchange(company, map, CallTemplate.fill(request, parameters), jar, false));
    } catch (PortalException e) {
      throw e.in(company.name(), null, parameters.get("propertyId"), null);
    }
  }

  @Override
  public Response submit(PortalCompany company, PortalMap map, FormCall call, SessionJar jar) {
    return gate.call(company, () -> exchange(company, map, call, jar, true));
  }

  /**
   * One call and its answer.
   *
   * @param changes whether the call may have changed something once it is sent
   */
  private Response exchange(
      PortalCompany company, PortalMap map, FormCall call, SessionJar jar, boolean changes) {
    HttpUriRequestBase http = CallTemplate.http(company, map, call, jar, clock.instant(), changes);
    RawAnswer answer = perform(http, RawAnswer::read, timeout, changes);
    accept(company, map, http, answer, jar, changes);
    return new Response(answer.status(), answer.header("Content-Type").orElse(""), answer.body());
  }

  @Override
  public PackedBody download(
      PortalCompany company,
      PortalMap map,
      PortalMap.Request request,
      SessionJar jar,
      Duration limit) {
    try {
      return gate.call(
          company,
          () -> {
            HttpUriRequestBase http =
                CallTemplate.http(
                    company,
                    map,
                    CallTemplate.fill(request, Map.of()),
                    jar,
                    clock.instant(),
                    false);
            RawFile file = perform(http, RawFile::read, limit, false);
            accept(company, map, http, file.head(), jar, false);
            return file.body();
          });
    } catch (PortalException e) {
      throw e.in(company.name(), null, null, null);
    }
  }

  /** Takes the cookies of a good answer, and throws what any other is. */
  private void accept(
      PortalCompany company,
      PortalMap map,
      HttpUriRequestBase http,
      RawAnswer answer,
      SessionJar jar,
      boolean changes) {
    try {
      AnswerCheck.check(answer, map, jar, clock.instant(), changes);
    } catch (PortalException e) {
      e.retryAfter()
          .ifPresent(wait -> gate.closeUntil(company, clock.instant().plus(wait), e.problem()));
      throw changes && !NOT_TAKEN.contains(e.problem()) ? new UnansweredException(e) : e;
    }
    keepCookies(answer, uri(http), jar);
  }

  private <T> T perform(
      HttpUriRequestBase request,
      HttpClientResponseHandler<T> reader,
      Duration limit,
      boolean changes) {
    try (CallDeadlines.Call call = deadlines.start(limit.toMillis(), request::cancel)) {
      try {
        return client.execute(request, reader);
      } catch (FilePart.UnreadableException e) {
        throw new UncheckedIOException(e);
      } catch (IOException e) {
        PortalException failure =
            call.late() || e instanceof SocketTimeoutException ? tooSlow(limit, e) : brokenOff(e);
        throw changes && !neverSent(e) ? new UnansweredException(failure) : failure;
      }
    }
  }

  /** Whether there was no connection on which the call could have been sent. */
  private static boolean neverSent(IOException e) {
    return e instanceof ConnectException
        || e instanceof ConnectTimeoutException
        || e instanceof UnknownHostException
        || e instanceof NoRouteToHostException
        || e instanceof SSLHandshakeException;
  }

  private static PortalException brokenOff(IOException e) {
    return PortalException.of(
        PortalProblem.PORTAL_UNAVAILABLE,
        "The portal cannot be reached or broke off the call ("
            + e.getClass().getSimpleName()
            + "). Check the network and the company's url, or try again later.",
        e);
  }

  private PortalException tooSlow(Duration limit, Throwable cause) {
    return PortalException.of(
        PortalProblem.PORTAL_UNAVAILABLE,
        "The portal did not answer within " + limit.toSeconds() + " s. Try again later.",
        cause);
  }

  private void keepCookies(RawAnswer answer, URI uri, SessionJar jar) {
    for (String header : answer.headers("Set-Cookie")) {
      SetCookie.parse(header, uri, clock.instant()).ifPresent(jar::put);
    }
  }

  private static URI uri(HttpUriRequestBase request) {
    try {
      return request.getUri();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the portal map's path makes no address", e);
    }
  }

  @Override
  public void close() {
    deadlines.close();
    client.close(CloseMode.IMMEDIATE);
  }
}
