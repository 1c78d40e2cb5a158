package dev.camelentrata.accounting.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** What came of a call to an accounting system. */
public sealed interface CallResult {

  /** It answered, with a status below 500 that is neither 401 nor 429. */
  record Answered(int status, JsonNode body) implements CallResult {

    public boolean ok() {
      return status >= 200 && status < 300;
    }
  }

  /** It certainly has done nothing: no turn, no connection, no token. */
  record NotDone(String why, Instant notBefore) implements CallResult {}

  /** It may have done it, and did not say so. */
  record Lost(String why) implements CallResult {}

  /** The connection no longer holds. */
  record Broken(String why) implements CallResult {}

  /** What this makes of an entry that was in the call, unless there is an answer to judge. */
  static SendOutcome unanswered(CallResult result) {
    if (result instanceof NotDone not) {
      return SendOutcome.later(not.why(), not.notBefore());
    }
    if (result instanceof Lost lost) {
      return SendOutcome.uncertain(lost.why());
    }
    if (result instanceof Broken broken) {
      return SendOutcome.disconnected(broken.why());
    }
    throw new IllegalArgumentException("there is an answer");
  }

  /** What this makes of an entry that was to be in the next call. */
  static SendOutcome notTried(CallResult result, Instant again) {
    return result instanceof Lost lost
        ? SendOutcome.later("not sent after " + lost.why(), again)
        : unanswered(result);
  }
}
