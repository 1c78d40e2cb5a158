package dev.camelentrata.portal.browser;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.JavascriptExecutor;

/**
 * What a page shows at one moment, taken with one script.
 *
 * @param url where the page is
 * @param loading whether the document is still being read
 * @param status HTTP status of the page; 0 if the browser does not tell
 * @param failedCalls HTTP statuses of 400 and above of the page's own calls
 * @param marker index of the first marker found in the page; -1 if none was
 * @param signs for each selector what it found, in the order asked
 */
public record PageState(
    String url,
    boolean loading,
    int status,
    List<Integer> failedCalls,
    int marker,
    List<Sign> signs) {

  /** What one selector found: how many elements, and the texts of those that can be seen. */
  public record Sign(int count, List<String> texts) {
    public boolean present() {
      return count > 0;
    }

    public boolean visible() {
      return !texts.isEmpty();
    }
  }

  private static final String SCRIPT =
      """
      const [selectors, markers] = arguments;
      const shown = e => e.getClientRects().length > 0;
      let bad = null;
      const signs = selectors.map(s => {
        if (!s) return {count: 0, texts: []};
        let all;
        try { all = [...document.querySelectorAll(s)]; } catch (e) { bad = s; all = []; }
        return {count: all.length,
                texts: all.filter(shown).slice(0, 20).map(e => e.textContent.trim().slice(0, 500))};
      });
      const nav = performance.getEntriesByType('navigation')[0];
      const failed = performance.getEntriesByType('resource')
          .filter(r => r.initiatorType === 'fetch' || r.initiatorType === 'xmlhttprequest')
          .map(r => r.responseStatus).filter(s => s >= 400);
      const html = markers.length ? document.documentElement.outerHTML : '';
      return {url: location.href, loading: document.readyState === 'loading',
              status: (nav && nav.responseStatus) || 0, failed: failed,
              marker: markers.findIndex(m => m && html.includes(m)), signs: signs, bad: bad};
      """;

  static PageState of(JavascriptExecutor page, List<String> selectors, List<String> markers) {
    Map<?, ?> seen = (Map<?, ?>) page.executeScript(SCRIPT, selectors, markers);
    if (seen.get("bad") instanceof String bad) {
      throw new UnusableSelectorException(bad);
    }
    return new PageState(
        (String) seen.get("url"),
        Boolean.TRUE.equals(seen.get("loading")),
        number(seen.get("status")),
        ((List<?>) seen.get("failed")).stream().map(PageState::number).toList(),
        number(seen.get("marker")),
        ((List<?>) seen.get("signs")).stream().map(PageState::sign).toList());
  }

  private static Sign sign(Object value) {
    Map<?, ?> sign = (Map<?, ?>) value;
    return new Sign(
        number(sign.get("count")),
        ((List<?>) sign.get("texts")).stream().map(String::valueOf).toList());
  }

  private static int number(Object value) {
    return ((Number) value).intValue();
  }

  /** A selector of the portal map that browsers do not understand. */
  static final class UnusableSelectorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableSelectorException(String selector) {
      super(selector);
    }
  }
}
