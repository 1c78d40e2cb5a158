package dev.camelentrata.submission;

import dev.camelentrata.portal.PortalOutcome;
import dev.camelentrata.portal.PortalWrite;
import java.util.Map;
import java.util.Optional;

/** The way of submissions to the portal. Safe for use by many threads. */
interface SubmissionPortal {

  /** Writes once; throws a {@code PortalException} if certainly nothing was written. */
  PortalOutcome write(
      Submission submission, Map<String, Object> values, PortalWrite.Progress progress);

  /** Searches the portal for the submission's reference, with this portal session. */
  Optional<PortalOutcome.Completed> find(Submission submission, String sessionId);
}
