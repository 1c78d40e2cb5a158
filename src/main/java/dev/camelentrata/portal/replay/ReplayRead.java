package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.drift.DriftSite;
import dev.camelentrata.portal.map.PortalMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One read by replay: the first page, then the others side by side. */
final class ReplayRead {

  private static final int MOST_PAGES = 10_000;

  private final PortalHttp http;
  private final PageCrew crew;
  private final PortalCompany company;
  private final OperationPlan plan;
  private final SessionHealing session;
  private final Map<String, String> parameters;
  private final PortalMap.Paging paging;
  private final String rowsEntry;
  private final PortalMap.Request request;

  ReplayRead(
      PortalHttp http,
      PageCrew crew,
      PortalCompany company,
      OperationPlan plan,
      SessionHealing session,
      Map<String, String> parameters) {
    this.http = http;
    this.crew = crew;
    this.company = company;
    this.plan = plan;
    this.session = session;
    this.parameters = parameters;
    this.request = plan.request(parameters);
    this.paging = plan.operation().replay().paging();
    this.rowsEntry = plan.operation().replay().json() == null ? "html.rows" : "json.rows";
  }

  /** Reads this page, or all if null. */
  Pages pages(Integer wanted) {
    if (paging == null) {
      return wanted == null || wanted == 0 ? onlyPage() : new Pages(List.of(), 1);
    }
    if (wanted != null) {
      return Pages.single(page(wanted));
    }
    RowPage first = page(0);
    if (first.total() == null) {
      return untilShort(first);
    }
    int pages = Math.max(1, (first.total() + paging.size() - 1) / paging.size());
    if (pages > MOST_PAGES) {
      throw plan.replaySite(0)
          .drift("paging", "the portal counts more than a sensible number of rows");
    }
    List<RowPage> all = new ArrayList<>(pages);
    all.add(first);
    all.addAll(crew.all(pages - 1, company.concurrency(), i -> page(i + 1)));
    return Pages.join(all);
  }

  private Pages onlyPage() {
    RowPage page = fetch(parameters, plan.replaySite(null));
    Pages.requireFull(page, Integer.MAX_VALUE, 0, plan.replaySite(null), rowsEntry);
    return Pages.join(List.of(page));
  }

  /** Without a total, the first page that is not full is the last. */
  private Pages untilShort(RowPage first) {
    List<RowPage> all = new ArrayList<>(List.of(first));
    while (all.get(all.size() - 1).rows().size() >= paging.size()) {
      if (all.size() == MOST_PAGES) {
        throw plan.replaySite(all.size()).drift("paging", "the pages do not end");
      }
      all.add(page(all.size()));
    }
    return Pages.join(all);
  }

  private RowPage page(int number) {
    Map<String, String> values = new HashMap<>(parameters);
    values.put("page", String.valueOf(paging.first() + number));
    DriftSite site = plan.replaySite(number);
    try {
      RowPage page = fetch(values, site);
      Pages.requireFull(page, paging.size(), number, site, rowsEntry);
      return page;
    } catch (PortalException e) {
      throw e.in(null, null, null, number);
    }
  }

  private RowPage fetch(Map<String, String> values, DriftSite site) {
    PortalHttp.Response answer =
        session.call(jar -> http.send(company, plan.map(), request, values, jar));
    return plan.replay().read(answer, site);
  }
}
