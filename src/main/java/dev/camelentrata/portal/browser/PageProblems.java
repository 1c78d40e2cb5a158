package dev.camelentrata.portal.browser;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.map.PortalMap;
import java.util.List;
import java.util.Optional;

/** What a page means that came in place of the one wanted. */
public final class PageProblems {

  private PageProblems() {}

  /** The markers to look for in a page, in the order of the map. */
  public static List<String> markers(PortalMap map) {
    return map.session().interruptions().stream().map(PortalMap.Interruption::marker).toList();
  }

  /** The interruption that the page is, if it is one. */
  public static Optional<PortalException> interruption(PortalMap map, PageState state) {
    if (state.marker() < 0) {
      return Optional.empty();
    }
    PortalProblem problem = map.session().interruptions().get(state.marker()).problem();
    return Optional.of(PortalException.of(problem, interrupted(problem)));
  }

  private static String interrupted(PortalProblem problem) {
    return switch (problem) {
      case PORTAL_MAINTENANCE ->
          "The portal is closed for maintenance. Try again when the portal is open.";
      case HUMAN_VERIFICATION_REQUIRED ->
          "The portal asks for proof that a person is there. Open it in a browser on this network"
              + " and answer it; this program never does.";
      case PORTAL_UNAVAILABLE -> "The portal answered with its own error page. Try again later.";
      case RATE_LIMITED -> "The portal says that it was called too often. Try again later.";
      default -> "The portal showed a page that means " + problem.slug() + ".";
    };
  }

  /** The problem behind an HTTP status that is no success, if there is one. */
  public static Optional<PortalException> status(int status) {
    PortalProblem problem;
    String message;
    if (status == 429) {
      problem = PortalProblem.RATE_LIMITED;
      message = "The portal says that it was called too often (HTTP 429). Try again later.";
    } else if (status == 403) {
      problem = PortalProblem.NOT_ENTITLED;
      message =
          "The portal does not let this user open the page (HTTP 403). Ask the portal's"
              + " administrator for the permission.";
    } else if (status == 404) {
      problem = PortalProblem.NOT_FOUND;
      message = "The portal has no such page or record (HTTP 404).";
    } else if (status >= 500) {
      problem = PortalProblem.PORTAL_UNAVAILABLE;
      message = "The portal failed (HTTP " + status + "). Try again later.";
    } else {
      return Optional.empty();
    }
    return Optional.of(PortalException.of(problem, message));
  }
}
