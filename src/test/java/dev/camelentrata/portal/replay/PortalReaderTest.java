package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.browser.PageSource;

class PortalReaderTest {
  static final PageSource NO_BROWSER =
      (company, map, operation, parameters, jar, page) -> {
        throw new AssertionError("no browser is wanted here");
      };
}
