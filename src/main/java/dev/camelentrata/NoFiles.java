package dev.camelentrata;

import dev.camelentrata.portal.PortalFile;
import dev.camelentrata.submission.SubmissionFiles;
import java.util.List;

/** Where nothing can be uploaded, nothing can be attached. */
final class NoFiles implements SubmissionFiles {

  @Override
  public void claim(String company, String username, List<String> ids, String submissionId) {
    if (!ids.isEmpty()) {
      throw new IllegalArgumentException("there are no uploads");
    }
  }

  @Override
  public PortalFile file(String company, String id) {
    throw new IllegalArgumentException("there are no uploads");
  }
}
