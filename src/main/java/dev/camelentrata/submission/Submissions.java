package dev.camelentrata.submission;

import dev.camelentrata.mirror.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Submissions as their callers see them. Safe for use by many threads and replicas. */
public interface Submissions {

  /** What this key stands for; empty if it was not used, or too long ago. */
  Optional<Acceptance> known(NewSubmission.Caller caller);

  /** Stores it, with its key, before the portal is touched. */
  Acceptance accept(NewSubmission submission);

  Optional<Submission> find(Viewer viewer, String id);

  /** The latest first. */
  List<Submission> list(Viewer viewer, SubmissionQuery query);

  /** What was tried, the first try first. */
  List<Attempt> attempts(Viewer viewer, String id);

  /** Gives up what is still only accepted; empty if it is more than that. */
  Optional<Submission> cancel(Viewer viewer, String id);

  /** Waits until it has ended, or this long; gives it as it then is. */
  Optional<Submission> await(Viewer viewer, String id, Duration longest);
}
