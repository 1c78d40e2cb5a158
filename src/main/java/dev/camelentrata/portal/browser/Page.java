package dev.camelentrata.portal.browser;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.map.PortalMap;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.support.ui.FluentWait;

/**
 * The page that a browser shows: opens, waits for signs, types and clicks. Every failure is a
 * {@link PortalException} with evidence.
 */
public final class Page {

  private static final Duration POLL = Duration.ofMillis(40);

  private final Browser browser;
  private final BrowserSettings settings;
  private final PortalMap map;
  private final Evidence evidence;
  private final String operation;

  public Page(
      Browser browser,
      BrowserSettings settings,
      PortalMap map,
      Evidence evidence,
      String operation) {
    this.browser = browser;
    this.settings = settings;
    this.map = map;
    this.evidence = evidence;
    this.operation = operation;
  }

  /** Opens an address and waits until it has loaded. */
  public void open(URI address) {
    try {
      browser.driver().get(address.toString());
    } catch (WebDriverException e) {
      throw BrowserFailure.isEnd(e)
          ? BrowserFailure.ended()
          : BrowserFailure.notLoaded(
              address.getScheme() + "://" + address.getAuthority(), settings, e);
    }
  }

  /** What the page shows now, or nothing while it is between two documents. */
  public Optional<PageState> look(List<String> selectors, List<String> markers) {
    try {
      return Optional.of(PageState.of(script(), selectors, markers));
    } catch (PageState.UnusableSelectorException e) {
      throw drift(null, "the selector " + e.getMessage() + " is not one that browsers know");
    } catch (WebDriverException e) {
      if (BrowserFailure.isEnd(e)) {
        throw BrowserFailure.ended();
      }
      return Optional.empty();
    }
  }

  /** Looks again and again until something is made of it, or the time is over. */
  public <T> Optional<T> await(
      List<String> selectors, List<String> markers, Function<PageState, Optional<T>> made) {
    try {
      return Optional.of(
          new FluentWait<>(this)
              .withTimeout(settings.ready())
              .pollingEvery(POLL)
              .until(page -> page.look(selectors, markers).flatMap(made).orElse(null)));
    } catch (TimeoutException e) {
      return Optional.empty();
    }
  }

  /** Types into a field; what is typed gets into no message. */
  public void type(String selector, CharSequence text) {
    act(
        selector,
        () -> {
          var field = browser.driver().findElement(By.cssSelector(selector));
          field.clear();
          field.sendKeys(text);
        });
  }

  public void clear(String selector) {
    act(selector, () -> browser.driver().findElement(By.cssSelector(selector)).clear());
  }

  public void click(String selector) {
    act(selector, () -> browser.driver().findElement(By.cssSelector(selector)).click());
  }

  private void act(String selector, Runnable action) {
    try {
      action.run();
    } catch (TimeoutException e) {
      throw PortalException.of(
          PortalProblem.PORTAL_UNAVAILABLE,
          "The portal did not answer within "
              + settings.pageLoad().toMillis()
              + " ms. Try again later.");
    } catch (WebDriverException e) {
      if (BrowserFailure.isEnd(e)) {
        throw BrowserFailure.ended();
      }
      throw drift(
          null, selector + " cannot be used (" + e.getClass().getSimpleName() + ") on the page");
    }
  }

  /** Runs a script that only reads. */
  public Object read(String script, Object... arguments) {
    try {
      return script().executeScript(script, arguments);
    } catch (JavascriptException | StaleElementReferenceException e) {
      return null;
    } catch (WebDriverException e) {
      throw BrowserFailure.isEnd(e) ? BrowserFailure.ended() : unanswered(e);
    }
  }

  private static PortalException unanswered(WebDriverException e) {
    return PortalException.of(
        PortalProblem.PORTAL_UNAVAILABLE,
        "The portal's page does not answer (" + e.getClass().getSimpleName() + ").");
  }

  /** The portal no longer matches its map; keeps evidence. */
  public PortalException drift(String mapEntry, String seen) {
    PortalException e =
        PortalException.of(
            PortalProblem.PORTAL_DRIFT,
            "The portal no longer matches "
                + map.source()
                + (mapEntry == null ? "" : " at " + mapEntry)
                + ": "
                + seen
                + ". Edit the map; it is taken over while the program runs.");
    return withEvidence(mapEntry == null ? e : e.withMapEntry(mapEntry), mapEntry);
  }

  /** The same with screenshot and page source stored; an end of the browser leaves none. */
  public PortalException withEvidence(PortalException e, String mapEntry) {
    return evidence.store(browser, operation, mapEntry, e).map(e::withEvidence).orElse(e);
  }

  /** How long {@link #await} waits. */
  public Duration patience() {
    return settings.ready();
  }

  private JavascriptExecutor script() {
    return (JavascriptExecutor) browser.driver();
  }
}
