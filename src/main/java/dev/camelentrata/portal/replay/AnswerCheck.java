package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.session.SessionJar;
import dev.camelentrata.portal.session.SessionLostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Tells a good answer of the portal from everything that can come in its place. */
final class AnswerCheck {

  private static final Duration PAUSE_WITHOUT_HEADER = Duration.ofSeconds(10);

  private static final Set<Integer> WORDS = Set.of(400, 409, 422);

  private AnswerCheck() {}

  /**
   * Returns if the answer is good, throws what it is otherwise.
   *
   * @param words whether an answer of 4xx may hold the portal's words for wrong input, and is good
   */
  static void check(RawAnswer answer, PortalMap map, SessionJar jar, Instant now, boolean words) {
    // Latin-1 keeps each byte as it is and makes the search for markers a plain memory scan.
    String body = new String(answer.body(), StandardCharsets.ISO_8859_1);
    for (PortalMap.Interruption interruption : map.session().interruptions()) {
      if (contains(body, interruption.marker())) {
        throw PortalException.of(interruption.problem(), describe(interruption.problem()));
      }
    }
    int status = answer.status();
    if (sessionLost(answer, body, map.session().expired())) {
      throw new SessionLostException(jar);
    }
    if ((status >= 200 && status < 300) || (words && WORDS.contains(status))) {
      return;
    }
    throw refused(status, answer, now);
  }

  private static boolean sessionLost(RawAnswer answer, String body, PortalMap.Expired expired) {
    int status = answer.status();
    if (expired.statuses().contains(status)) {
      return true;
    }
    if (expired.redirect() != null && status >= 300 && status < 400) {
      return answer.header("Location").orElse("").contains(expired.redirect());
    }
    return expired.marker() != null && contains(body, expired.marker());
  }

  private static PortalException refused(int status, RawAnswer answer, Instant now) {
    Duration wait =
        answer.header("Retry-After").flatMap(h -> RetryAfter.parse(h, now)).orElse(null);
    String seen = " (HTTP status " + status + ").";
    if (status == 429) {
      Duration after = wait == null ? PAUSE_WITHOUT_HEADER : wait;
      return PortalException.of(
              PortalProblem.RATE_LIMITED,
              "The portal asks for fewer calls"
                  + seen
                  + " Lower calls-per-minute or concurrency of this company if it happens often.")
          .withRetryAfter(after);
    }
    if (status >= 500) {
      PortalException unavailable =
          PortalException.of(
              PortalProblem.PORTAL_UNAVAILABLE,
              "The portal could not answer" + seen + " Try again later.");
      return wait == null ? unavailable : unavailable.withRetryAfter(wait);
    }
    if (status == 403) {
      return PortalException.of(
          PortalProblem.NOT_ENTITLED,
          "The portal refuses this to the user who is logged in"
              + seen
              + " Ask the portal's administrator for the permission.");
    }
    if (status == 404) {
      return PortalException.of(PortalProblem.NOT_FOUND, "The portal does not know this" + seen);
    }
    return PortalException.of(
        PortalProblem.PORTAL_DRIFT,
        (status < 400
                ? "The portal leads this call elsewhere"
                : "The portal does not accept this call")
            + seen);
  }

  private static String describe(PortalProblem problem) {
    return switch (problem) {
      case PORTAL_MAINTENANCE ->
          "The portal shows its maintenance page. Try again when it is over.";
      case HUMAN_VERIFICATION_REQUIRED ->
          "The portal asks for a human check, which is never worked around. Log in to the portal by"
              + " hand from this network, answer the check, then try again.";
      case PORTAL_UNAVAILABLE ->
          "The portal shows an error page instead of an answer. Try again later.";
      case RATE_LIMITED -> "The portal asks for fewer calls. Try again later.";
      case PASSWORD_CHANGE_REQUIRED ->
          "The portal wants a new password. Change it in the portal, then log in again.";
      case NOT_ENTITLED ->
          "The portal refuses this to the user who is logged in. Ask the portal's administrator for"
              + " the permission.";
      default -> "The portal shows a page that its portal map calls " + problem.slug() + ".";
    };
  }

  private static boolean contains(String body, String marker) {
    return body.contains(
        new String(marker.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }
}
