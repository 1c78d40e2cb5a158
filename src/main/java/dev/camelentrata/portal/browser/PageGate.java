package dev.camelentrata.portal.browser;

import dev.camelentrata.portal.PortalCompany;
import java.util.function.Supplier;

/** The company's budget: every load of a page is a call within it. */
public interface PageGate {

  <T> T call(PortalCompany company, Supplier<T> load);
}
