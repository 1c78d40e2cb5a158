package dev.camelentrata.portal.login;

import dev.camelentrata.portal.browser.Page;
import dev.camelentrata.portal.browser.PageState;
import dev.camelentrata.portal.map.PortalMap;
import java.util.List;
import java.util.Optional;

/** The portal's page that asks for a second factor. */
final class MfaPage {

  private static final String METHODS =
      """
      return [...document.querySelectorAll(arguments[0])].map(e =>
          (arguments[1] ? e.getAttribute(arguments[1]) : e.textContent) || '').map(s => s.trim());
      """;

  private final Page page;
  private final PortalMap.MfaChallenge where;

  MfaPage(Page page, PortalMap map) {
    this.page = page;
    this.where = map.login().mfa();
  }

  /** The methods that the page offers, in its order. */
  List<String> methods() {
    if (where.methods() == null
        || !(page.read(METHODS, where.methods(), where.methodAttribute()) instanceof List<?> all)) {
      return List.of();
    }
    return all.stream()
        .map(String::valueOf)
        .filter(method -> !method.isEmpty())
        .distinct()
        .toList();
  }

  /** Types the code and sends it. */
  void submit(String code) {
    Optional<Boolean> there =
        page.await(
            List.of(where.code(), where.submit()),
            List.of(),
            state ->
                state.signs().stream().allMatch(PageState.Sign::present)
                    ? Optional.of(true)
                    : Optional.empty());
    if (there.isEmpty()) {
      throw page.drift(
          "login.mfa.code", "the challenge has no " + where.code() + " or no " + where.submit());
    }
    page.type(where.code(), code);
    page.click(where.submit());
  }
}
