package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.browser.PageSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One read by browser: the containers that it showed, read like any HTML. */
final class BrowserRead {

  private final PageSource browser;
  private final PortalCompany company;
  private final OperationPlan plan;
  private final SessionHealing session;
  private final Map<String, String> parameters;

  BrowserRead(
      PageSource browser,
      PortalCompany company,
      OperationPlan plan,
      SessionHealing session,
      Map<String, String> parameters) {
    this.browser = browser;
    this.company = company;
    this.plan = plan;
    this.session = session;
    this.parameters = parameters;
  }

  /** Reads this page, or all if null. */
  Pages pages(Integer wanted) {
    List<String> containers =
        session.call(
            jar -> browser.pages(company, plan.map(), plan.operation(), parameters, jar, wanted));
    List<RowPage> pages = new ArrayList<>();
    for (String container : containers) {
      Integer number = wanted != null ? wanted : containers.size() == 1 ? null : pages.size();
      RowPage page = plan.browser().read(container, plan.browserSite(number));
      if (page.rows().isEmpty() && page.total() != null && page.total() > 0 && wanted == null) {
        throw plan.browserSite(number)
            .drift("html.rows", "no row is there, though the portal counts " + page.total());
      }
      pages.add(page);
    }
    if (pages.isEmpty()) {
      return new Pages(List.of(), 0);
    }
    return wanted == null ? Pages.join(pages) : Pages.single(pages.get(0));
  }
}
