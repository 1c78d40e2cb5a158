package dev.camelentrata.submission;

/** Is told how submissions end, in the transaction in which they do. */
public interface SubmissionEnds {

  /** It has failed although nobody refused it: no try is left, or none would help by itself. */
  void givenUp(Submission submission);

  /** It has ended otherwise. */
  void ended(Submission submission);
}
