package dev.camelentrata.portal.write;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalWrite;
import dev.camelentrata.portal.browser.Evidence;
import dev.camelentrata.portal.replay.FormCall;
import dev.camelentrata.portal.replay.PortalHttp;
import java.util.stream.Collectors;

/** Keeps answers that did not fit, without what was written. */
final class WriteEvidence {

  private final Evidence evidence;

  WriteEvidence(Evidence evidence) {
    this.evidence = evidence;
  }

  /** The same problem with the answer that showed it. */
  PortalException of(
      PortalException problem, PortalWrite write, FormCall call, PortalHttp.Response answer) {
    String address =
        call.path()
            + call.query().stream()
                .map(pair -> pair.name() + "=" + pair.value())
                .collect(Collectors.joining("&", "?", ""));
    return evidence
        .store(
            answer.html().outerHtml(),
            address,
            StepValues.written(write),
            write.operation(),
            problem)
        .map(problem::withEvidence)
        .orElse(problem);
  }
}
