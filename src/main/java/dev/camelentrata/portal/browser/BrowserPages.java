package dev.camelentrata.portal.browser;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.session.SessionJar;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Reads listings with real browsers that stay logged in between two reads of a portal session. Safe
 * for use by many threads.
 */
public final class BrowserPages implements PageSource, AutoCloseable {

  private final Browsers browsers;
  private final PageGate gate;
  private final Evidence evidence;
  private final ParkedBrowsers parked;
  private final ScheduledExecutorService janitor;

  /**
   * @param browsers are not closed with this
   */
  public BrowserPages(Browsers browsers, PageGate gate, Evidence evidence, Clock clock) {
    this.browsers = browsers;
    this.gate = gate;
    this.evidence = evidence;
    this.parked = new ParkedBrowsers(browsers, clock);
    this.janitor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "entrata-parked-browsers");
              thread.setDaemon(true);
              return thread;
            });
    janitor.scheduleWithFixedDelay(parked::endUnfit, 30, 30, TimeUnit.SECONDS);
  }

  @Override
  public List<String> pages(
      PortalCompany company,
      PortalMap map,
      PortalMap.Operation operation,
      Map<String, String> parameters,
      SessionJar jar,
      Integer page) {
    URI address = PageAddress.of(company, operation.browser().page(), parameters);
    return browsers.inTurn(
        () -> {
          Optional<Browser> waiting = parked.take(jar);
          try {
            return read(waiting.orElse(null), company, map, operation, address, jar, page);
          } catch (PortalException e) {
            if (waiting.isPresent() && !waiting.get().alive()) {
              return read(null, company, map, operation, address, jar, page);
            }
            throw e;
          }
        });
  }

  private List<String> read(
      Browser waiting,
      PortalCompany company,
      PortalMap map,
      PortalMap.Operation operation,
      URI address,
      SessionJar jar,
      Integer page) {
    Browser browser = waiting == null ? browsers.start() : waiting;
    boolean good = false;
    try {
      BrowserCookies cookies = new BrowserCookies(browser);
      if (jar.userAgent() != null && !jar.userAgent().equals(browser.userAgent())) {
        browser.cdp("Emulation.setUserAgentOverride", Map.of("userAgent", jar.userAgent()));
      }
      cookies.replace(jar.cookies(), company.baseUrl());
      Page shown = new Page(browser, browsers.settings(), map, evidence, operation.name());
      List<String> html =
          new ListingReader(shown, map, operation, jar, company, gate).read(address, page);
      cookies.all().stream()
          .filter(c -> PortalDomain.contains(company.baseUrl().getHost(), c.domain()))
          .forEach(jar::put);
      good = true;
      return html;
    } catch (org.openqa.selenium.WebDriverException e) {
      throw BrowserFailure.ended();
    } finally {
      if (good && browser.alive()) {
        parked.park(browser, jar);
      } else {
        browsers.end(browser);
      }
    }
  }

  /**
   * The same problem with evidence of the page that the session's browser showed last: for what is
   * found only when the page's rows are read.
   */
  public PortalException withEvidence(PortalException e, String sessionId, String operation) {
    return parked
        .takeLast(sessionId)
        .flatMap(
            browser -> {
              try {
                return evidence.store(browser, operation, e.mapEntry().orElse(null), e);
              } finally {
                browsers.end(browser);
              }
            })
        .map(e::withEvidence)
        .orElse(e);
  }

  /** Ends the browsers that wait for this session. */
  public void forget(String sessionId) {
    parked.endOf(sessionId);
  }

  /** Ends nothing but its own watch over waiting browsers; the browsers end with their owner. */
  @Override
  public void close() {
    janitor.shutdownNow();
  }
}
