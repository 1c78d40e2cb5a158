package dev.camelentrata.submission;

/** What became of a request to write. */
public sealed interface Acceptance {

  /** It was taken. */
  record Accepted(Submission submission) implements Acceptance {}

  /** The same request was taken before. */
  record Known(Submission submission) implements Acceptance {}

  /** The key was used before, for something else. */
  record Misused() implements Acceptance {}
}
