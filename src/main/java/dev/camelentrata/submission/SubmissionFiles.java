package dev.camelentrata.submission;

import dev.camelentrata.portal.PortalFile;
import java.util.List;

/** The uploads that submissions take with them into the portal. */
public interface SubmissionFiles {

  /** Takes them for this submission, in the transaction that is going on; each is taken once. */
  void claim(String company, String username, List<String> ids, String submissionId);

  /** Removes them, once the submission has ended. */
  void forget(String company, String submissionId);

  /** One of them, to be written into the portal. */
  PortalFile file(String company, String id);
}
