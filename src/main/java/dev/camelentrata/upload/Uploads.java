package dev.camelentrata.upload;

import dev.camelentrata.portal.PortalFile;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What submissions do with uploads. Safe for use by many threads. */
public final class Uploads {

  private static final Optional<String> GONE =
      Optional.of("was not used in time and is gone; upload the file again");

  private static final Optional<String> USED =
      Optional.of("was used already; upload the file again");

  private final UploadRows rows;
  private final UploadStore store;
  private final Duration keep;
  private final Clock clock;

  Uploads(UploadRows rows, UploadStore store, Duration keep, Clock clock) {
    this.rows = rows;
    this.store = store;
    this.keep = keep;
    this.clock = clock;
  }

  /**
   * Marks the uploads as used by the submission, all or none; takes part in the transaction that is
   * going on, which a refusal rolls back. The same submission may ask again.
   *
   * @throws UploadException {@code UPLOAD_UNUSABLE}, with a reason for each upload that is unknown,
   *     not received yet, somebody else's, gone or used by another submission
   */
  public List<Upload> claim(
      String company, String username, List<String> ids, String submissionId) {
    return ids.isEmpty()
        ? List.of()
        : rows.forCompany(company, () -> claimAll(company, username, ids, submissionId));
  }

  private List<Upload> claimAll(
      String company, String username, List<String> ids, String submissionId) {
    Map<String, Upload> found =
        rows.lock(company, ids).stream().collect(Collectors.toMap(Upload::id, Function.identity()));
    Map<String, String> reasons = new LinkedHashMap<>();
    List<Upload> claimed = new ArrayList<>();
    for (String id : ids) {
      Upload upload = found.get(id);
      reasonAgainst(upload, username, submissionId)
          .ifPresentOrElse(reason -> reasons.put(id, reason), () -> claimed.add(upload));
      if (ids.indexOf(id) != ids.lastIndexOf(id)) {
        reasons.put(id, "is named more than once");
      }
    }
    if (!reasons.isEmpty()) {
      throw new UploadException(
          UploadProblem.UPLOAD_UNUSABLE,
          "Uploads cannot be used: "
              + reasons.entrySet().stream()
                  .map(reason -> reason.getKey() + " " + reason.getValue())
                  .collect(Collectors.joining("; "))
              + ".",
          reasons);
    }
    rows.use(company, ids, submissionId);
    return claimed;
  }

  private Optional<String> reasonAgainst(Upload upload, String username, String submissionId) {
    if (upload == null || !upload.username().equals(username)) {
      return Optional.of("is unknown; POST /uploads gives an id to whoever is to use it");
    }
    return switch (upload.state()) {
      case ANNOUNCED -> Optional.of("was not received yet; PUT its content first");
      case STORED ->
          upload.createdAt().plus(keep).isBefore(clock.instant()) ? GONE : Optional.empty();
      case USED -> submissionId.equals(upload.submissionId()) ? Optional.empty() : USED;
      case EXPIRED -> upload.submissionId() == null ? GONE : USED;
    };
  }

  /**
   * The stored file, opened anew each time that it is read.
   *
   * @throws UploadException {@code UPLOAD_UNUSABLE} if there is no content under this id
   */
  public PortalFile file(String company, String id) {
    Upload upload =
        rows.find(company, id)
            .filter(u -> u.state() == Upload.State.STORED || u.state() == Upload.State.USED)
            .orElseThrow(
                () ->
                    new UploadException(
                        UploadProblem.UPLOAD_UNUSABLE,
                        "The upload " + id + " has no content any more; upload the file again.",
                        Map.of(id, "has no content")));
    return new PortalFile(
        upload.fileName(), upload.mediaType(), upload.length(), () -> store.open(upload.id()));
  }

  /** Removes the content of a submission's uploads; to be called when it has ended for good. */
  public void forget(String company, String submissionId) throws IOException {
    for (Upload upload : rows.ofSubmission(company, submissionId)) {
      if (rows.expire(upload)) {
        store.remove(upload.id());
      }
    }
  }
}
