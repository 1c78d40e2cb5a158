package dev.camelentrata.portal.browser;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.UnreachableBrowserException;

/**
 * What a browser's failure means. Selenium's own messages and exceptions are not passed on: they
 * can hold what was typed.
 */
final class BrowserFailure {

  private static final Pattern NET_ERROR = Pattern.compile("net::ERR_([A-Z0-9_]+)");

  private BrowserFailure() {}

  /** A browser that did not start. */
  static PortalException noBrowser(BrowserSettings settings, Exception cause) {
    String message;
    if (settings.grid() != null) {
      message =
          "The Selenium Grid at "
              + settings.grid()
              + " gives no browser. Check that it runs and has a free Chrome slot.";
    } else if (settings.binary() == null || settings.driver() == null) {
      message =
          "No browser was found. Install one (on Debian: sudo apt-get install chromium"
              + " chromium-driver), or name it with ENTRATA_BROWSER_BINARY and ENTRATA_WEBDRIVER.";
    } else {
      message =
          "The browser "
              + settings.binary()
              + " with the driver "
              + settings.driver()
              + " did not start ("
              + summary(cause)
              + "). Both must be of the same version.";
    }
    return PortalException.of(PortalProblem.PORTAL_UNAVAILABLE, message);
  }

  /** A page that did not load. */
  static PortalException notLoaded(String where, BrowserSettings settings, WebDriverException e) {
    Matcher net = NET_ERROR.matcher(String.valueOf(e.getRawMessage()));
    String why;
    if (net.find()) {
      why = net.group(1).toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    } else if (e instanceof org.openqa.selenium.TimeoutException) {
      why = "it did not load within " + settings.pageLoad().toMillis() + " ms";
    } else {
      why = e.getClass().getSimpleName();
    }
    return PortalException.of(
        PortalProblem.PORTAL_UNAVAILABLE,
        "The browser cannot open " + where + ": " + why + ". Check that the portal is reachable.");
  }

  /** A browser that ended while it was used. */
  static PortalException ended() {
    return PortalException.of(
        PortalProblem.PORTAL_UNAVAILABLE,
        "The browser ended in the middle of its work. The same call may succeed a little later.");
  }

  /** Whether the browser or its driver is gone, so that nothing more can be done with it. */
  static boolean isEnd(WebDriverException e) {
    return e instanceof NoSuchSessionException
        || e instanceof NoSuchWindowException
        || e instanceof UnreachableBrowserException
        || String.valueOf(e.getRawMessage()).contains("tab crashed")
        || causedBy(e, java.io.IOException.class)
        || causedBy(e, java.io.UncheckedIOException.class);
  }

  private static boolean causedBy(Throwable e, Class<?> type) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static String summary(Exception cause) {
    String text = cause instanceof WebDriverException w ? w.getRawMessage() : String.valueOf(cause);
    String line = String.valueOf(text).lines().findFirst().orElse("");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }
}
