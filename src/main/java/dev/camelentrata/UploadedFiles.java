package dev.camelentrata;

import dev.camelentrata.portal.PortalFile;
import dev.camelentrata.submission.SubmissionFiles;
import dev.camelentrata.upload.Uploads;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands uploads to submissions, and removes them when they are in the portal. */
final class UploadedFiles implements SubmissionFiles {

  private static final Logger LOG = LoggerFactory.getLogger(UploadedFiles.class);

  private final Uploads uploads;

  UploadedFiles(Uploads uploads) {
    this.uploads = uploads;
  }

  @Override
  public void claim(String company, String username, List<String> ids, String submissionId) {
    uploads.claim(company, username, ids, submissionId);
  }

  @Override
  public PortalFile file(String company, String id) {
    return uploads.file(company, id);
  }

  @Override
  public void forget(String company, String submissionId) {
    try {
      uploads.forget(company, submissionId);
    } catch (IOException e) {
      LOG.warn("Uploads of {} stay until they are swept: {}", submissionId, e.toString());
    }
  }
}
