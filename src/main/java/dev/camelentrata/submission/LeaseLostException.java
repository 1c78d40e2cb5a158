package dev.camelentrata.submission;

/** Another worker has taken the submission over; this one must leave it alone. */
final class LeaseLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LeaseLostException(Submission submission) {
    super(submission.id() + " was taken over by another worker");
  }
}
