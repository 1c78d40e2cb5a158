package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalAnswer;
import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.PortalRead;
import dev.camelentrata.portal.PortalReport;
import dev.camelentrata.portal.Strategy;
import dev.camelentrata.portal.browser.PageSource;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.operation.PortalOperation;
import dev.camelentrata.portal.operation.PortalOperations;
import dev.camelentrata.portal.session.SessionAccess;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Performs reads of the portal as its portal map says. Heals a lost session once, reads again once
 * when the portal's data changed between two pages, and turns to the browser when replay no longer
 * fits. Safe for use by many threads.
 */
public final class PortalReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PortalReader.class);
  private static final int CREW = 16;

  private final PortalHttp http;
  private final Clock clock;
  private final Pause pause;
  private final PageCrew crew = new PageCrew(CREW);
  private final PortalOperations operations = new PortalOperations();
  private final Map<String, OperationPlan> plans = new ConcurrentHashMap<>();
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  public PortalReader(PortalHttp http, Clock clock) {
    this(http, clock, Pause.parking());
  }

  PortalReader(PortalHttp http, Clock clock, Pause pause) {
    this.http = http;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Reads one page or all.
   *
   * @param browser used with strategy {@code BROWSER}, or with {@code AUTO} when replay cannot do
   * @throws IllegalArgumentException if the operation is unknown or a parameter is missing
   * @throws PortalException for everything that the portal answers instead
   */
  public PortalAnswer read(
      PortalCompany company,
      PortalMap map,
      SessionAccess access,
      PortalRead read,
      PageSource browser) {
    PortalOperation operation = operations.named(read.operation());
    OperationPlan plan = plan(company, map, read.operation());
    plan.requireParameters(read.parameters());
    SessionHealing session = new SessionHealing(access);
    Function<Strategy, PortalAnswer> way =
        strategy -> {
          Function<Integer, Pages> pages =
              strategy == Strategy.REPLAY
                  ? new ReplayRead(http, crew, company, plan, session, read.parameters())::pages
                  : new BrowserRead(browser, company, plan, session, read.parameters())::pages;
          return consistent(read, operation, strategy, pages);
        };
    try {
      return byStrategy(read, plan, way);
    } catch (PortalException e) {
      throw e.in(company.name(), read.operation(), read.parameters().get("propertyId"), null);
    }
  }

  /**
   * Reads all properties at once by a report, which is looked through before it is believed.
   *
   * @throws IllegalArgumentException if the map has no report for the operation
   * @throws PortalException for everything that the portal answers instead
   */
  public PortalReport report(
      PortalCompany company,
      PortalMap map,
      SessionAccess access,
      String operation,
      List<String> propertyIds) {
    PortalOperation known = operations.named(operation);
    OperationPlan plan = plan(company, map, operation);
    require(plan.report() != null, plan, "report");
    Instant asOf = clock.instant();
    SessionHealing session = new SessionHealing(access);
    ReportRead read = new ReportRead(http, company, plan, session, clock, pause);
    try {
      PackedBody body = read.fetch(propertyIds);
      int count = plan.report().check(body, Set.copyOf(propertyIds), read.site());
      return new FetchedReport(body, plan.report(), read.site(), known, asOf, count);
    } catch (PortalException e) {
      throw e.in(company.name(), operation, null, null);
    }
  }

  @Override
  public void close() {
    crew.close();
  }

  private PortalAnswer byStrategy(
      PortalRead read, OperationPlan plan, Function<Strategy, PortalAnswer> way) {
    return switch (read.strategy()) {
      case REPLAY -> {
        require(plan.replay() != null, plan, "replay");
        yield way.apply(Strategy.REPLAY);
      }
      case BROWSER -> {
        require(plan.browser() != null, plan, "browser");
        yield way.apply(Strategy.BROWSER);
      }
      case AUTO -> plan.replay() == null ? way.apply(Strategy.BROWSER) : replayFirst(plan, way);
    };
  }

  private PortalAnswer replayFirst(OperationPlan plan, Function<Strategy, PortalAnswer> way) {
    try {
      return way.apply(Strategy.REPLAY);
    } catch (PortalException drift) {
      if (drift.problem() != PortalProblem.PORTAL_DRIFT || plan.browser() == null) {
        throw drift;
      }
      if (warned.add(plan.map().revision() + plan.operation().name())) {
        LOG.warn("Reading by browser, which is slow, because of drift: {}", drift.getMessage());
      }
      try {
        return way.apply(Strategy.BROWSER);
      } catch (PortalException e) {
        if (e.problem() != PortalProblem.PORTAL_DRIFT) {
          throw e;
        }
        LOG.warn("The browser does not help against the drift: {}", e.getMessage());
        throw e.evidence().map(drift::withEvidence).orElse(drift);
      }
    }
  }

  private PortalAnswer consistent(
      PortalRead read,
      PortalOperation operation,
      Strategy strategy,
      Function<Integer, Pages> pages) {
    try {
      return answer(read, operation, strategy, pages);
    } catch (PagesChangedException first) {
      try {
        return answer(read, operation, strategy, pages);
      } catch (PagesChangedException second) {
        throw PortalException.of(
            PortalProblem.PORTAL_UNAVAILABLE,
            "The portal's list changed while its pages were read, twice ("
                + second.getMessage()
                + "). Try again later.",
            second);
      }
    }
  }

  private PortalAnswer answer(
      PortalRead read,
      PortalOperation operation,
      Strategy strategy,
      Function<Integer, Pages> pages) {
    Instant asOf = clock.instant();
    Pages found = pages.apply(read.page());
    if (operation.single() && found.rows().isEmpty()) {
      throw PortalException.of(
          PortalProblem.NOT_FOUND, "The portal knows no such " + operation.noun() + ".");
    }
    List<Object> items = new ArrayList<>(found.rows().size());
    found.rows().forEach(row -> items.add(operation.value(row, read.parameters(), asOf)));
    return new PortalAnswer(
        items, asOf, strategy, found.count(), index -> found.rows().get(index).source());
  }

  /** The same map has the same plan; comparing their contents would cost more than it saves. */
  @SuppressWarnings("ReferenceEquality")
  private OperationPlan plan(PortalCompany company, PortalMap map, String name) {
    PortalMap.Operation operation = map.operations().get(name);
    if (operation == null) {
      String entry = "operations." + name;
      throw PortalException.of(
              PortalProblem.PORTAL_DRIFT,
              map.source() + " has no " + entry + "; add it, the map is reloaded while running.")
          .in(company.name(), name, null, null)
          .withMapEntry(entry);
    }
    String key = company.name() + "|" + name;
    OperationPlan known = plans.get(key);
    if (known != null && known.operation() == operation) {
      return known;
    }
    OperationPlan made = new OperationPlan(map, operation);
    plans.put(key, made);
    return made;
  }

  private static void require(boolean there, OperationPlan plan, String way) {
    if (!there) {
      throw new IllegalArgumentException(
          plan.map().source()
              + " has no operations."
              + plan.operation().name()
              + "."
              + way
              + "; use strategy auto");
    }
  }
}
