package dev.camelentrata.portal.browser;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.session.SessionJar;
import dev.camelentrata.portal.session.SessionLostException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through one listing page by page and takes the HTML of its container. */
final class ListingReader {

  private static final int MOST_PAGES = 2_000;

  private static final String TAKE =
      """
      const [container, next, numberAt, numberAttribute] = arguments;
      const e = document.querySelector(container);
      const n = next ? document.querySelector(next) : null;
      const p = numberAt ? document.querySelector(numberAt) : null;
      const off = !n || n.classList.contains('disabled') || n.hasAttribute('disabled')
          || n.getAttribute('aria-disabled') === 'true' || n.getClientRects().length === 0;
      return [e ? e.outerHTML : null, !off,
          p ? (numberAttribute ? p.getAttribute(numberAttribute) : p.textContent.trim()) : null];
      """;

  private final Page page;
  private final PortalMap map;
  private final PortalMap.Operation operation;
  private final PortalMap.Browser where;
  private final SessionJar jar;
  private final PortalCompany company;
  private final PageGate gate;

  /** What the page shows: the container's HTML, whether there is a next page, and its number. */
  private record Shown(String html, boolean more, String number) {
    boolean isOther(Shown before) {
      return before == null
          || (number == null ? !html.equals(before.html) : !number.equals(before.number));
    }
  }

  ListingReader(
      Page page,
      PortalMap map,
      PortalMap.Operation operation,
      SessionJar jar,
      PortalCompany company,
      PageGate gate) {
    this.page = page;
    this.map = map;
    this.operation = operation;
    this.where = operation.browser();
    this.jar = jar;
    this.company = company;
    this.gate = gate;
  }

  List<String> read(URI address, Integer wanted) {
    Shown shown =
        gate.call(
            company,
            () -> {
              page.open(address);
              return awaitShown(null);
            });
    List<String> pages = new ArrayList<>();
    for (int index = 0; ; index++) {
      if (wanted == null || wanted == index) {
        pages.add(shown.html());
      }
      if (!shown.more() || (wanted != null && wanted == index)) {
        return pages;
      }
      if (index >= MOST_PAGES) {
        throw page.drift(entry("next"), "after " + MOST_PAGES + " pages there was still a next");
      }
      Shown before = shown;
      shown =
          gate.call(
              company,
              () -> {
                page.read("performance.clearResourceTimings();");
                page.click(where.next());
                return awaitShown(before);
              });
    }
  }

  /** Waits until the page is ready and is not the one before. */
  private Shown awaitShown(Shown before) {
    List<String> signs = List.of(where.ready());
    List<String> markers = new ArrayList<>(PageProblems.markers(map));
    markers.add(map.session().expired().marker());
    Optional<Shown> shown =
        page.await(
            signs,
            markers,
            state -> {
              if (!state.loading() && state.signs().get(0).present()) {
                return take().filter(s -> s.isOther(before));
              }
              refuse(state);
              return Optional.empty();
            });
    return shown.orElseThrow(() -> missing(before));
  }

  private Optional<Shown> take() {
    PortalMap.Place number = where.pageNumber();
    Object taken =
        page.read(
            TAKE,
            where.container(),
            where.next(),
            number == null ? null : number.select(),
            number == null ? null : number.attribute());
    if (taken instanceof List<?> parts && parts.get(0) instanceof String html) {
      return Optional.of(new Shown(html, Boolean.TRUE.equals(parts.get(1)), (String) parts.get(2)));
    }
    return Optional.empty();
  }

  /** Throws if the page is not the one wanted and will not become it. */
  private void refuse(PageState state) {
    PortalMap.Expired expired = map.session().expired();
    boolean toLogin = expired.redirect() != null && state.url().contains(expired.redirect());
    boolean login = state.marker() == map.session().interruptions().size();
    if (toLogin || login || expired.statuses().contains(state.status())) {
      throw new SessionLostException(jar);
    }
    PageProblems.interruption(map, state).ifPresent(this::fail);
    PageProblems.status(state.status()).ifPresent(this::fail);
  }

  private void fail(PortalException e) {
    throw e.problem() == PortalProblem.NOT_ENTITLED || e.problem() == PortalProblem.NOT_FOUND
        ? e
        : page.withEvidence(e, null);
  }

  /** The page loaded, but what was expected did not come. */
  private RuntimeException missing(Shown before) {
    PageState state =
        page.look(List.of(where.ready(), where.container()), List.of())
            .orElseThrow(BrowserFailure::ended);
    for (int status : state.failedCalls()) {
      if (map.session().expired().statuses().contains(status)) {
        return new SessionLostException(jar);
      }
      Optional<PortalException> problem = PageProblems.status(status);
      if (problem.isPresent()) {
        return page.withEvidence(problem.get(), null);
      }
    }
    String within = " within " + page.patience().toMillis() + " ms";
    if (!state.signs().get(0).present()) {
      return page.drift(
          entry("ready"), "on " + operation.screen() + " nothing fits " + where.ready() + within);
    }
    if (!state.signs().get(1).present()) {
      return page.drift(
          entry("container"), "on " + operation.screen() + " nothing fits " + where.container());
    }
    return page.drift(
        entry("pageNumber"),
        "on " + operation.screen() + " the page stayed at number " + before.number() + within);
  }

  private String entry(String name) {
    return "operations." + operation.name() + ".browser." + name;
  }
}
