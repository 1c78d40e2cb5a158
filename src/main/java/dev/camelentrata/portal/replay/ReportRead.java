package dev.camelentrata.portal.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.drift.DriftSite;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.session.PortalCookie;
import dev.camelentrata.portal.session.SessionJar;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One report: asked for, waited for, fetched. */
final class ReportRead {

  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final String NAMES = "[A-Za-z0-9_.\\[\\] -]{1,60}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PortalHttp http;
  private final PortalCompany company;
  private final OperationPlan plan;
  private final SessionHealing session;
  private final Clock clock;
  private final Pause pause;
  private final PortalMap.Report report;
  private final DriftSite site;

  ReportRead(
      PortalHttp http,
      PortalCompany company,
      OperationPlan plan,
      SessionHealing session,
      Clock clock,
      Pause pause) {
    this.http = http;
    this.company = company;
    this.plan = plan;
    this.session = session;
    this.clock = clock;
    this.pause = pause;
    this.report = plan.operation().report();
    this.site = DriftSite.of(plan.map(), plan.operation(), "report", null);
  }

  DriftSite site() {
    return site;
  }

  /** Token and address of a report that the portal has taken on. */
  private record Taken(String token, String url) {}

  PackedBody fetch(List<String> propertyIds) {
    Taken taken = take(propertyIds);
    Instant deadline = clock.instant().plus(report.patience());
    awaitReady(taken.token(), deadline);
    PortalMap.Request request =
        new PortalMap.Request("GET", taken.url(), Map.of(), Map.of(), Map.of());
    return session.call(jar -> http.download(company, plan.map(), request, jar, report.patience()));
  }

  private Taken take(List<String> propertyIds) {
    Map<String, String> values = Map.of("propertyIds", String.join(",", propertyIds));
    PortalHttp.Response answer =
        session.call(jar -> http.send(company, plan.map(), report.request(), values, jar));
    JsonNode json;
    try {
      json = JSON.readTree(Charsets.parser(JSON.getFactory(), answer));
    } catch (IOException e) {
      throw site.drift(
          "request", "the answer is no JSON but of type " + Charsets.mediaType(answer));
    }
    refuseErrors(json);
    String token = at(json, report.token());
    if (!token.matches("[A-Za-z0-9_.-]{1,200}")) {
      throw site.drift(
          "token", "there is no token at " + report.token() + "; " + KeysSeen.at(answer, "", 0));
    }
    return new Taken(token, path(at(json, report.url()), answer));
  }

  private void refuseErrors(JsonNode json) {
    JsonNode errors = report.errors() == null ? null : json.at(pointer(report.errors()));
    if (errors == null || errors.isMissingNode() || errors.isNull() || errors.isEmpty()) {
      return;
    }
    List<String> filters = new ArrayList<>();
    errors.findValuesAsText("filter_key").stream()
        .filter(name -> name.matches(NAMES))
        .forEach(filters::add);
    throw site.drift(
        "request",
        "the portal refuses filters of the report"
            + (filters.isEmpty() ? "" : " (" + String.join(", ", filters) + ")"));
  }

  /** Cookies go to the portal only: an address elsewhere is refused. */
  private String path(String url, PortalHttp.Response answer) {
    String base = company.baseUrl().toString().replaceFirst("/$", "");
    String path = url.startsWith(base + "/") ? url.substring(base.length()) : url;
    if (!path.matches("/(?![/\\\\])[^\\s{}\\\\]*")) {
      throw site.drift(
          "url",
          "there is no address of the portal at "
              + report.url()
              + "; "
              + KeysSeen.at(answer, "", 0));
    }
    return path;
  }

  /** Asks more and more seldom until the cookie that is named like the token is 1. */
  private void awaitReady(String token, Instant deadline) {
    Map<String, String> values = Map.of("token", token);
    Duration wait = FIRST_WAIT;
    while (!session.call(jar -> ready(token, values, jar))) {
      if (clock.instant().plus(wait).isAfter(deadline)) {
        throw PortalException.of(
            PortalProblem.PORTAL_UNAVAILABLE,
            "The portal did not make its report within "
                + report.patience().toSeconds()
                + " s. Raise "
                + site.entry()
                + ".patience if it needs longer.");
      }
      pass(wait);
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
    }
  }

  private void pass(Duration wait) {
    try {
      pause.pass(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PortalException.of(
          PortalProblem.PORTAL_UNAVAILABLE, "The report was given up while it was made.", e);
    }
  }

  private boolean ready(String token, Map<String, String> values, SessionJar jar) {
    http.send(company, plan.map(), report.ready(), values, jar);
    for (PortalCookie cookie : jar.cookies()) {
      if (cookie.name().equals(token)) {
        if (cookie.value().equals("1")) {
          jar.remove(cookie);
          return true;
        }
      }
    }
    return false;
  }

  private static String at(JsonNode json, String dotted) {
    return json.at(pointer(dotted)).asText("");
  }

  private static String pointer(String dotted) {
    return "/" + dotted.replace("~", "~0").replace("/", "~1").replace('.', '/');
  }
}
