package dev.camelentrata.portal.login;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.browser.Page;
import dev.camelentrata.portal.browser.PageProblems;
import dev.camelentrata.portal.browser.PageState;
import dev.camelentrata.portal.map.PortalMap;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The portal's login page, from opening it to what the portal makes of what was typed. */
final class LoginPage {

  private static final String REMEMBER =
      """
      window.entrataSeenBefore = arguments[0].map(s =>
          s ? [...document.querySelectorAll(s)].map(e => e.textContent).join('|') : '');
      """;
  private static final String SEEN_BEFORE =
      """
      return (window.entrataSeenBefore || []).map((seen, i) => seen !== '' && seen ===
          [...document.querySelectorAll(arguments[0][i])].map(e => e.textContent).join('|'));
      """;

  private final Page page;
  private final PortalMap map;
  private final PortalMap.Login where;
  private final PortalMap.MfaChallenge challenge;

  LoginPage(Page page, PortalMap map) {
    this.page = page;
    this.map = map;
    this.where = map.login();
    this.challenge = where.mfa();
  }

  /** Opens the page and waits for its fields. */
  void open(URI portal) {
    page.open(portal.resolve(where.page()));
    List<String> fields = List.of(where.username(), where.password(), where.submit());
    Optional<Boolean> there =
        page.await(
            fields,
            PageProblems.markers(map),
            state -> {
              if (state.signs().stream().allMatch(PageState.Sign::present)) {
                return Optional.of(true);
              }
              refuse(state);
              return Optional.empty();
            });
    if (there.isEmpty()) {
      throw missing(fields, List.of("login.username", "login.password", "login.submit"));
    }
  }

  /** Fills in the form and sends it. */
  void submit(String username, String password) {
    page.read(REMEMBER, outcomes());
    page.type(where.username(), username);
    page.type(where.password(), password);
    page.click(where.submit());
  }

  /** Waits for what the portal makes of user name and password. */
  LoginStep awaitStep() {
    return awaitStep(true);
  }

  /** Waits for what the portal makes of the code; the challenge itself is no answer. */
  LoginStep awaitStepAfterCode() {
    return awaitStep(false);
  }

  private LoginStep awaitStep(boolean challengeIsAnswer) {
    List<String> signs = new ArrayList<>();
    signs.add(where.signedIn());
    signs.add(challenge == null ? "" : challenge.challenge());
    signs.add(challenge == null ? "" : challenge.rejected());
    signs.addAll(outcomes());
    Optional<LoginStep> step =
        page.await(signs, PageProblems.markers(map), state -> step(state, challengeIsAnswer));
    return step.orElseThrow(
        () ->
            page.drift(
                "login.signedIn",
                "after the login neither "
                    + where.signedIn()
                    + " nor any of the known outcomes came within "
                    + page.patience().toMillis()
                    + " ms"));
  }

  private Optional<LoginStep> step(PageState state, boolean challengeIsAnswer) {
    List<PageState.Sign> signs = state.signs();
    if (state.loading()) {
      return Optional.empty();
    }
    if (signs.get(0).present()) {
      return Optional.of(new LoginStep.SignedInPage());
    }
    if (signs.get(2).visible()) {
      return Optional.of(new LoginStep.CodeRejected());
    }
    for (int i = 0; i < where.outcomes().size(); i++) {
      PortalMap.Outcome outcome = where.outcomes().get(i);
      PageState.Sign sign = signs.get(3 + i);
      if (sign.visible() && says(sign, outcome.text()) && !seenBefore(i)) {
        return Optional.of(new LoginStep.Refused(outcome.problem()));
      }
    }
    if (challengeIsAnswer && signs.get(1).visible()) {
      return Optional.of(new LoginStep.Challenge());
    }
    refuse(state);
    return Optional.empty();
  }

  private static boolean says(PageState.Sign sign, String words) {
    return words == null
        || sign.texts().stream()
            .anyMatch(
                text ->
                    text.toLowerCase(java.util.Locale.ROOT)
                        .contains(words.toLowerCase(java.util.Locale.ROOT)));
  }

  /** Whether the page showed the very same before the form was sent, and was not left since. */
  private boolean seenBefore(int outcome) {
    return page.read(SEEN_BEFORE, outcomes()) instanceof List<?> seen
        && outcome < seen.size()
        && Boolean.TRUE.equals(seen.get(outcome));
  }

  private List<String> outcomes() {
    return where.outcomes().stream().map(PortalMap.Outcome::selector).toList();
  }

  private void refuse(PageState state) {
    Optional<PortalException> problem = PageProblems.interruption(map, state);
    if (problem.isEmpty() && !state.loading() && state.status() >= 429) {
      problem = PageProblems.status(state.status());
    }
    problem.ifPresent(
        e -> {
          throw page.withEvidence(e, null);
        });
  }

  private RuntimeException missing(List<String> selectors, List<String> entries) {
    Optional<PageState> state = page.look(selectors, List.of());
    for (int i = 0; i < selectors.size() && state.isPresent(); i++) {
      if (!state.get().signs().get(i).present()) {
        return page.drift(entries.get(i), "on the login page nothing fits " + selectors.get(i));
      }
    }
    return page.drift(entries.get(0), "the login page did not come to rest");
  }
}
