package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.session.SessionJar;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Portal calls with the JDK's HTTP client, through the company's gate. Safe for use by many
 * threads.
 */
public final class HttpPortal implements PortalHttp {

  private static final int MAX_BODY = 32 << 20;

  private final CompanyGate gate;
  private final Duration timeout;
  private final Clock clock;
  private final HttpClient client;

  /**
   * Calls through this gate.
   *
   * @param timeout for one call from its first byte to its last, without the wait at the gate
   */
  public HttpPortal(CompanyGate gate, Duration timeout, Clock clock) {
    this.gate = gate;
    this.timeout = timeout;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
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
      return gate.call(company, () -> exchange(company, map, request, parameters, jar));
    } catch (PortalException e) {
      throw e.in(company.name(), null, parameters.get("propertyId"), null);
    }
  }

  private Response exchange(
      PortalCompany company,
      PortalMap map,
      PortalMap.Request request,
      Map<String, String> parameters,
      SessionJar jar) {
    HttpRequest http = CallTemplate.fill(company, map, request, parameters, jar, clock.instant());
    HttpResponse<byte[]> answer = await(http);
    try {
      AnswerCheck.check(answer, map, jar, clock.instant());
    } catch (PortalException e) {
      e.retryAfter()
          .ifPresent(wait -> gate.closeUntil(company, clock.instant().plus(wait), e.problem()));
      throw e;
    }
    keepCookies(answer, http.uri(), jar);
    return new Response(
        answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
  }

  private HttpResponse<byte[]> await(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, CappedBody.upTo(MAX_BODY));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw tooSlow(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof HttpTimeoutException) {
        throw tooSlow(e.getCause());
      }
      if (e.getCause() instanceof IOException io) {
        throw PortalException.of(
            PortalProblem.PORTAL_UNAVAILABLE,
            "The portal cannot be reached or broke off the call ("
                + io.getClass().getSimpleName()
                + "). Check the network and the company's url, or try again later.",
            io);
      }
      throw new IllegalStateException("the portal call failed", e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw PortalException.of(
          PortalProblem.PORTAL_UNAVAILABLE, "The call was given up before the portal answered.", e);
    }
  }

  private PortalException tooSlow(Throwable cause) {
    return PortalException.of(
        PortalProblem.PORTAL_UNAVAILABLE,
        "The portal did not answer within " + timeout.toSeconds() + " s. Try again later.",
        cause);
  }

  private void keepCookies(HttpResponse<byte[]> answer, URI uri, SessionJar jar) {
    for (String header : answer.headers().allValues("Set-Cookie")) {
      SetCookie.parse(header, uri, clock.instant()).ifPresent(jar::put);
    }
  }
}
