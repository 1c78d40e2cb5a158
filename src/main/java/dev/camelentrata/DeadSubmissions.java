package dev.camelentrata;

import dev.camelentrata.deadletter.DeadLetter;
import dev.camelentrata.deadletter.DeadLetterKind;
import dev.camelentrata.deadletter.DeadLetterReplay;
import dev.camelentrata.deadletter.DeadLetters;
import dev.camelentrata.deadletter.NewDeadLetter;
import dev.camelentrata.deadletter.NotReplayableException;
import dev.camelentrata.deadletter.ReplayCaller;
import dev.camelentrata.submission.Submission;
import dev.camelentrata.submission.SubmissionEnds;
import dev.camelentrata.submission.SubmissionRevival;
import dev.camelentrata.submission.SubmissionState;
import dev.camelentrata.write.WriteCatalog;
import java.time.Instant;
import java.util.List;

/**
 * Makes dead letters of submissions that failed although nobody refused them, or are uncertain for
 * long, and has them tried again.
 */
record DeadSubmissions(DeadLetters letters, SubmissionRevival revival, WriteCatalog writes)
    implements SubmissionEnds, DeadLetterReplay {

  @Override
  public void givenUp(Submission submission) {
    add(submission, submission.operation() + " failed; nobody refused it");
  }

  /** That it may or may not be in the portal, unless that was told since this time. */
  void longUncertain(Submission submission, Instant since) {
    if (!letters.known(submission.company(), DeadLetterKind.SUBMISSION, submission.id(), since)) {
      add(submission, submission.operation() + " is uncertain: the portal may have it or not");
    }
  }

  private void add(Submission submission, String description) {
    letters.add(
        new NewDeadLetter(
            submission.company(),
            submission.propertyId(),
            writes.find(submission.operation()).orElseThrow().module(),
            DeadLetterKind.SUBMISSION,
            submission.id(),
            "submission-perform-write",
            description,
            error(submission),
            submission.attempts(),
            null,
            shown(submission),
            true));
  }

  private static String error(Submission submission) {
    return submission.problem() == null ? submission.state().slug() : submission.problem();
  }

  private static String shown(Submission submission) {
    return "{\"reference\":\"%s\",\"body\":%s}"
        .formatted(submission.reference(), submission.body());
  }

  @Override
  public void ended(Submission submission) {
    letters.settle(submission.company(), DeadLetterKind.SUBMISSION, List.of(submission.id()));
    if (submission.state() == SubmissionState.FAILED) {
      letters.reopen(
          submission.company(),
          DeadLetterKind.SUBMISSION,
          submission.id(),
          error(submission),
          submission.attempts());
    }
  }

  @Override
  public DeadLetterKind kind() {
    return DeadLetterKind.SUBMISSION;
  }

  /** Goes on with the portal session of who wants it, since the first one may have ended. */
  @Override
  public void replay(DeadLetter letter, byte[] message, ReplayCaller caller) {
    if (revival.revive(letter.company(), letter.ref(), caller.sessionId()).isEmpty()) {
      SubmissionState state =
          revival
              .find(letter.company(), letter.ref())
              .map(Submission::state)
              .orElse(SubmissionState.CANCELLED);
      throw new NotReplayableException(
          "The submission is "
              + state.slug()
              + " by now; GET /submissions/"
              + letter.ref()
              + " tells of it.");
    }
  }
}
