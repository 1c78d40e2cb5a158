package dev.camelentrata.submission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalOutcome;
import java.util.List;

/**
 * Why a submission has not succeeded.
 *
 * @param json the problem as the API shows it: its type's last part, detail, and what is listed
 * @param evidence the folder with what the portal showed; null if none was kept
 */
record SubmissionProblem(String json, String detail, String evidence) {

  static SubmissionProblem of(PortalException thrown) {
    ObjectNode problem = problem(thrown.problem().slug(), String.valueOf(thrown.getMessage()));
    thrown.mapEntry().ifPresent(entry -> problem.put("mapEntry", entry));
    return new SubmissionProblem(
        problem.toString(),
        thrown.problem().slug() + ": " + thrown.getMessage(),
        thrown.evidence().map(Object::toString).orElse(null));
  }

  /** The portal's own words, each with where it points to in the request. */
  static SubmissionProblem rejected(List<PortalOutcome.Refusal> refusals) {
    ObjectNode problem =
        problem("portal-rejected", "The portal does not accept this; its words are in errors.");
    ArrayNode errors = problem.putArray("errors");
    for (PortalOutcome.Refusal refusal : refusals) {
      ObjectNode error = errors.addObject();
      if (refusal.field() != null) {
        error.put("pointer", "/" + refusal.field().replace('.', '/'));
      }
      error.put("detail", refusal.message());
    }
    return new SubmissionProblem(problem.toString(), "the portal refused it", null);
  }

  static SubmissionProblem uncertain(String step, String cause) {
    String detail =
        "The portal's answer to the step "
            + step
            + " was lost ("
            + cause
            + "). The portal is searched for it before anything is repeated.";
    return new SubmissionProblem(problem("uncertain", detail).toString(), detail, null);
  }

  static SubmissionProblem internal(String what) {
    String detail = "It failed for a reason that is in the operator's log (" + what + ").";
    return new SubmissionProblem(problem("internal-error", detail).toString(), detail, null);
  }

  private static ObjectNode problem(String type, String detail) {
    return JsonNodeFactory.instance.objectNode().put("type", type).put("detail", detail);
  }
}
